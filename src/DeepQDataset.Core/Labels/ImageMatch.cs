namespace DeepQDataset.Labels;

/// <summary>Represents the result of matching a name in label.csv.</summary>
/// <param name="Kind">The kind of match.</param>
/// <param name="Image">The index of the image, or of the first of several; −1 if there is none.</param>
/// <param name="Form">The form in which the name matches.</param>
/// <param name="Fault">
/// The fault of the name, as a phrase such as <c>the case differs</c>; null except for <see cref="ImageMatchKind.Meant"/>.
/// </param>
/// <param name="IsShared">Indicates whether images in several folders have this file name (DQ201), so that it is ambiguous.</param>
internal readonly record struct ImageMatch(
    ImageMatchKind Kind, int Image, ImageNameForm Form = ImageNameForm.Full, string? Fault = null, bool IsShared = false)
{
    /// <summary>Gets the result for no image.</summary>
    public static ImageMatch None => new(ImageMatchKind.Missing, -1);
}
