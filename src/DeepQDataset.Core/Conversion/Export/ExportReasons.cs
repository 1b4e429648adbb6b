namespace DeepQDataset.Conversion.Export;

/// <summary>What of a dataset other tools may not get.</summary>
internal static class ExportReasons
{
    /// <summary>A row of label.csv names an image that is not there.</summary>
    public static readonly ConversionReason RowWithoutImage = new(
        "RowWithoutImage", "label whose image is not there was left out", "labels whose images are not there were left out");

    /// <summary>A label that no tool could use.</summary>
    public static readonly ConversionReason LabelInvalid = new(
        "LabelInvalid", "label that makes no sense was left out", "labels that make no sense were left out");

    /// <summary>An image that cannot be measured.</summary>
    public static readonly ConversionReason ImageUnmeasured = new(
        "ImageUnmeasured", "image that cannot be measured was left out", "images that cannot be measured were left out");

    /// <summary>DICOM, which tools for pictures do not read.</summary>
    public static readonly ConversionReason DicomImages = new(
        "DicomImages",
        $"image is DICOM, which few such tools read ({Remedy.Of(RemedyAction.ConvertStudies)} makes PNG of it)",
        $"images are DICOM, which few such tools read ({Remedy.Of(RemedyAction.ConvertStudies)} makes PNG of them)",
        IsLoss: false);
}
