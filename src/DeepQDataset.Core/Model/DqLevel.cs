namespace DeepQDataset;

/// <summary>Specifies how much of a dataset is read. A rule runs at its level and above.</summary>
public enum DqLevel
{
    /// <summary>Names, the zip's directory and label.csv.</summary>
    Structure = 0,

    /// <summary>Also each image's header and its end.</summary>
    Header = 1,

    /// <summary>Also every byte.</summary>
    Full = 2,
}
