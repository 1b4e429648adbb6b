namespace DeepQDataset.Building.Planning;

/// <summary>Specifies the form of label.csv.</summary>
public enum LabelTask
{
    /// <summary>
    /// The form that fits the labels: boxes, masks, or classes; in edition 3.0 two columns if every image has exactly one of several
    /// classes.
    /// </summary>
    Automatic,

    /// <summary>Two columns, image and class, with one class for each image (edition 3.0).</summary>
    SingleLabel,

    /// <summary>Three columns, image, class and 0 or 1, with one line for every class of each image.</summary>
    MultiLabel,

    /// <summary>Six columns, with one line for each box.</summary>
    Detection,

    /// <summary>Five columns, with one mask line for every class of each image (edition 3.0).</summary>
    Segmentation,
}
