namespace DeepQDataset;

/// <summary>Specifies the severity of an issue, lowest first, so that <c>-ge Warning</c> works.</summary>
public enum DqSeverity
{
    /// <summary>Useful to know.</summary>
    Information = 0,

    /// <summary>A real risk that the platform's guide does not forbid.</summary>
    Warning = 1,

    /// <summary>The platform rejects or cannot process this, or no unzip program or image decoder can read it.</summary>
    Error = 2,
}
