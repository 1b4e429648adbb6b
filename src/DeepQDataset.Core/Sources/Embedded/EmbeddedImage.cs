using DeepQDataset.Json;

namespace DeepQDataset.Sources.Embedded;

/// <summary>
/// Represents the location of the image in a LabelMe JSON: <c>imageData</c>, in base64 (RFC 4648 section 4). The image itself is read on
/// demand.
/// </summary>
/// <param name="Offset">The start of the text between the quotes, in bytes from the start of the file.</param>
/// <param name="TextLength">The length of that text in bytes.</param>
/// <param name="IsPlain">Indicates whether the text is plain base64. Some writers escape <c>/</c> and <c>+</c>, or break lines.</param>
/// <param name="Padding">The number of <c>=</c> at its end, up to 2.</param>
/// <param name="Place">The position of its first quote.</param>
internal sealed record EmbeddedImage(long Offset, long TextLength, bool IsPlain, int Padding, JsonPlace Place)
{
    /// <summary>
    /// Gets the size of the image in bytes: calculated from the length of the text, or measured. The calculation is exact only for plain
    /// text.
    /// </summary>
    public long Length { get; init; } = Math.Max(0, (TextLength / 4 * 3) - Padding);
}
