namespace DeepQDataset;

/// <summary>Represents what differs between two deliveries.</summary>
public enum DqDifferenceItem
{
    /// <summary>An image's content or name.</summary>
    Image = 0,

    /// <summary>What a label says of an image.</summary>
    Label,
}
