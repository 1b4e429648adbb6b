using DeepQDataset.Inventory;
using DeepQDataset.Sources;

namespace DeepQDataset.Comparison;

/// <summary>What is known of an image before it is read.</summary>
internal static class ComparedImage
{
    /// <summary>The CRC-32 that a zip's directory says of an image; null for what is no entry of a zip, or is encrypted.</summary>
    public static uint? DeclaredChecksum(ImageEntry image) =>
        image.Embedded is null ? image.Entry.Checksum : null;

    /// <summary>
    /// Whether two images cannot be the same: by their sizes, or by the checksums of two zips. Checksums that are equal prove nothing.
    /// </summary>
    public static bool IsSurelyDifferent(ImageEntry left, ImageEntry right) => left.Length != right.Length
        || (DeclaredChecksum(left) is uint leftChecksum && DeclaredChecksum(right) is uint rightChecksum && leftChecksum != rightChecksum);

    /// <summary>An image's size, and its checksum where that is what tells it from another.</summary>
    public static string Describe(ImageEntry image, uint? checksum) => checksum is uint sum
        ? FormattableString.Invariant($"{image.Length} bytes, CRC-32 {sum:X8}")
        : FormattableString.Invariant($"{image.Length} bytes");

    /// <summary>What is said of an image that cannot be read.</summary>
    public static DatasetException Failure(IDatasetSource source, ImageEntry image, Exception cause) => new(
        "NotCompared",
        cause is UnauthorizedAccessException ? DatasetErrorKind.AccessDenied : DatasetErrorKind.InputOutput,
        $"'{image.Path}' of '{source.FullPath}' was not compared: {cause.Message}",
        source.FullPath,
        cause);
}
