namespace DeepQDataset;

/// <summary>Specifies a set of the platform's editions.</summary>
[Flags]
internal enum EditionSet
{
    /// <summary>No edition.</summary>
    None = 0,

    /// <summary>Edition 1.1.</summary>
    Edition11 = 1 << DqPlatform.Edition11,

    /// <summary>Edition 2.3.</summary>
    Edition23 = 1 << DqPlatform.Edition23,

    /// <summary>Edition 3.0.</summary>
    Edition30 = 1 << DqPlatform.Edition30,

    /// <summary>The editions before 3.0, which read datasets in the same way.</summary>
    Before30 = Edition11 | Edition23,

    /// <summary>All editions.</summary>
    All = Before30 | Edition30,
}
