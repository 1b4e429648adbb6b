namespace DeepQDataset.Conversion.Yolo;

/// <summary>Provides the reasons for losses that are specific to YOLO.</summary>
internal static class YoloReasons
{
    /// <summary>A line that is not in one of YOLO's forms.</summary>
    public static readonly ConversionReason LineInvalid = new(
        "LineInvalid", "invalid line was left out", "invalid lines were left out");

    /// <summary>The confidence of a detector.</summary>
    public static readonly ConversionReason ConfidenceDropped = new(
        "ConfidenceDropped", "box lost the confidence that stood behind it", "boxes lost the confidence that stood behind them");

    /// <summary>A relative box of an image of unknown size.</summary>
    public static readonly ConversionReason SizeUnknown = new(
        "SizeUnknown", "box in an image that cannot be measured was left out", "boxes in images that cannot be measured were left out");

    /// <summary>Labels without an image, which have no size in pixels.</summary>
    public static readonly ConversionReason LabelsWithoutImage = new(
        "LabelsWithoutImage", "label file without an image was left out", "label files without an image were left out");

    /// <summary>An image without labels, not even an empty file.</summary>
    public static readonly ConversionReason LabelsMissing = new(
        "LabelsMissing", "image has no label file and was treated as unlabelled",
        "images have no label file and were treated as unlabelled", IsLoss: false);

    /// <summary>An image with several matching label files.</summary>
    public static readonly ConversionReason LabelsAmbiguous = new(
        "LabelsAmbiguous", "image was left out, since several label files fit its name",
        "images were left out, since several label files fit their names");

    /// <summary>A train, val or test that does not exist.</summary>
    public static readonly ConversionReason SplitMissing = new(
        "SplitMissing",
        "split does not exist, so that all images of the folder were used",
        "splits do not exist, so that all images of the folder were used",
        IsLoss: false);

    /// <summary>A text that is not UTF-8.</summary>
    public static readonly ConversionReason EncodingGuessed = new(
        "EncodingGuessed", "file is not in UTF-8; its encoding was guessed", "files are not in UTF-8; their encodings were guessed",
        IsLoss: false);
}
