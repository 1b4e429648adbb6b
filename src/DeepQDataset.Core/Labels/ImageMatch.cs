namespace DeepQDataset.Labels;

/// <summary>Represents what a name in label.csv leads to.</summary>
/// <param name="Kind">The options.</param>
/// <param name="Image">The index of the image, or of the first of several; −1 if there is none.</param>
/// <param name="Form">The form in which the name fits.</param>
/// <param name="Fault">
/// What is wrong with the name, as a phrase such as <c>the case differs</c>; null but for <see cref="ImageMatchKind.Meant"/>.
/// </param>
/// <param name="IsShared">
/// Indicates whether the name is a file name that images in several folders have (DQ201), so that nobody knows which of them is meant.
/// </param>
internal readonly record struct ImageMatch(
    ImageMatchKind Kind, int Image, ImageNameForm Form = ImageNameForm.Full, string? Fault = null, bool IsShared = false)
{
    /// <summary>No image.</summary>
    public static ImageMatch None => new(ImageMatchKind.Missing, -1);
}
