namespace DeepQDataset.Conversion.Export;

/// <summary>Provides the reasons for losses in exports.</summary>
internal static class ExportReasons
{
    /// <summary>A row of label.csv whose image does not exist.</summary>
    public static readonly ConversionReason RowWithoutImage = new(
        "RowWithoutImage", "label whose image is not there was left out", "labels whose images are not there were left out");

    /// <summary>A label that is invalid for every tool.</summary>
    public static readonly ConversionReason LabelInvalid = new(
        "LabelInvalid", "invalid label was left out", "invalid labels were left out");

    /// <summary>An image whose size cannot be read.</summary>
    public static readonly ConversionReason ImageUnmeasured = new(
        "ImageUnmeasured", "image that cannot be measured was left out", "images that cannot be measured were left out");

    /// <summary>DICOM images, which tools for pictures do not read.</summary>
    public static readonly ConversionReason DicomImages = new(
        "DicomImages",
        $"image is DICOM, which few such tools read ({Remedy.Of(RemedyAction.ConvertStudies)} makes PNG of it)",
        $"images are DICOM, which few such tools read ({Remedy.Of(RemedyAction.ConvertStudies)} makes PNG of them)",
        IsLoss: false);
}
