namespace DeepQDataset;

/// <summary>Specifies the task of a dataset's labels (guide chapter 2.2).</summary>
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
