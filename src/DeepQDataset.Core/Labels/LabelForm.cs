namespace DeepQDataset.Labels;

/// <summary>The forms a label.csv can have (guide chapter 2.2).</summary>
internal enum LabelForm
{
    /// <summary>No record, or none of the forms below.</summary>
    Unknown = 0,

    /// <summary>Image, class, one-hot 0 or 1.</summary>
    Classification,

    /// <summary>Image and class: single-label in edition 3.0, the older form in the editions before.</summary>
    TwoColumns,

    /// <summary>Image, object, xLeft, yTop, width, height.</summary>
    Detection,

    /// <summary>Image, class, width, height, mask (edition 3.0).</summary>
    Segmentation,
}
