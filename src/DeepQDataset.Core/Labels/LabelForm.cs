namespace DeepQDataset.Labels;

/// <summary>Specifies the forms of a label.csv (guide chapter 2.2).</summary>
internal enum LabelForm
{
    /// <summary>No record, or none of the other forms.</summary>
    Unknown = 0,

    /// <summary>Image, class, one-hot 0 or 1.</summary>
    Classification,

    /// <summary>Image and class: single-label in edition 3.0, the older form in earlier editions.</summary>
    TwoColumns,

    /// <summary>Image, object, xLeft, yTop, width, height.</summary>
    Detection,

    /// <summary>Image, class, width, height, mask (edition 3.0).</summary>
    Segmentation,
}
