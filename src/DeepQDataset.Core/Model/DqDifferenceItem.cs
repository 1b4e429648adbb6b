namespace DeepQDataset;

/// <summary>Specifies what differs between two deliveries.</summary>
public enum DqDifferenceItem
{
    /// <summary>The content or name of an image.</summary>
    Image = 0,

    /// <summary>A label of an image.</summary>
    Label,
}
