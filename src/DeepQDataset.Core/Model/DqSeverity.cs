namespace DeepQDataset;

/// <summary>Specifies how much an issue matters. Numbered lowest first, so that <c>-ge Warning</c> works.</summary>
public enum DqSeverity
{
    /// <summary>Worth knowing.</summary>
    Information = 0,

    /// <summary>A real risk that the platform's guide does not forbid.</summary>
    Warning = 1,

    /// <summary>The platform rejects or cannot process this, or no unzip or image decoder can read it.</summary>
    Error = 2,
}
