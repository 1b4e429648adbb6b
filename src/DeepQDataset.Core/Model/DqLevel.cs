namespace DeepQDataset;

/// <summary>Specifies how much of a dataset is read. A rule runs at its level and above.</summary>
public enum DqLevel
{
    /// <summary>Names, the zip's directory and label.csv.</summary>
    Structure = 0,

    /// <summary>Also the header and the end of each image.</summary>
    Header = 1,

    /// <summary>Also every byte.</summary>
    Full = 2,
}
