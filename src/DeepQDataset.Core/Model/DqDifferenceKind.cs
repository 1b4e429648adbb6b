namespace DeepQDataset;

/// <summary>Represents what became of something between two deliveries.</summary>
public enum DqDifferenceKind
{
    /// <summary>Only the later delivery has it.</summary>
    Added = 0,

    /// <summary>Only the earlier delivery has it.</summary>
    Removed,

    /// <summary>Both have it, the same byte for byte, under different names.</summary>
    Renamed,

    /// <summary>Both have it, and it is not the same.</summary>
    Changed,
}
