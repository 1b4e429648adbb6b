namespace DeepQDataset.Building.Planning;

/// <summary>The form in which labels are written to label.csv.</summary>
public enum LabelTask
{
    /// <summary>
    /// As the labels are: boxes, masks, or classes; in edition 3.0 classes with two columns where every image has just one of several
    /// classes.
    /// </summary>
    Automatic,

    /// <summary>Two columns, image and class: one class an image (edition 3.0).</summary>
    SingleLabel,

    /// <summary>Three columns, image, class and 0 or 1, with a line for every class of each image.</summary>
    MultiLabel,

    /// <summary>Six columns, a box a line.</summary>
    Detection,

    /// <summary>Five columns, a mask a line, for every class of each image (edition 3.0).</summary>
    Segmentation,
}
