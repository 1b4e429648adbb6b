namespace DeepQDataset;

/// <summary>Specifies the kind of difference between two deliveries.</summary>
public enum DqDifferenceKind
{
    /// <summary>Only the later delivery contains it.</summary>
    Added = 0,

    /// <summary>Only the earlier delivery contains it.</summary>
    Removed,

    /// <summary>Both contain it with the same bytes under different names.</summary>
    Renamed,

    /// <summary>Both contain it, but it differs.</summary>
    Changed,
}
