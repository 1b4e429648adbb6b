namespace DeepQDataset;

/// <summary>Represents what a dataset's labels are for (guide chapter 2.2).</summary>
public enum DqTask
{
    /// <summary>No labels.</summary>
    None = 0,

    /// <summary>Image and class.</summary>
    Classification,

    /// <summary>Bounding boxes.</summary>
    Detection,

    /// <summary>Masks, one for each image and class.</summary>
    Segmentation,
}
