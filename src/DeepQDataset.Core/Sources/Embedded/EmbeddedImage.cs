using DeepQDataset.Json;

namespace DeepQDataset.Sources.Embedded;

/// <summary>
/// Where in a LabelMe JSON its image stands: <c>imageData</c>, in base64 (RFC 4648 section 4). The image itself is read when it is wanted.
/// </summary>
/// <param name="Offset">Where the text between the quotes starts, in bytes from the file's start.</param>
/// <param name="TextLength">How long that text is, in bytes.</param>
/// <param name="IsPlain">
/// Indicates whether it is base64 alone; some writers put JSON escapes for <c>/</c> and <c>+</c>, or break lines.
/// </param>
/// <param name="Padding">How many <c>=</c> it ends with, up to 2.</param>
/// <param name="Place">Where its first quote is.</param>
internal sealed record EmbeddedImage(long Offset, long TextLength, bool IsPlain, int Padding, JsonPlace Place)
{
    /// <summary>
    /// Gets the image's size in bytes: what the text's length tells, unless it was measured. Only of a plain text is it right without that.
    /// </summary>
    public long Length { get; init; } = Math.Max(0, (TextLength / 4 * 3) - Padding);
}
