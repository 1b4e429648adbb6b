using DeepQDataset.Inventory;
using DeepQDataset.Sources;

namespace DeepQDataset.Comparison;

/// <summary>Provides what is known about an image before it is read.</summary>
internal static class ComparedImage
{
    /// <summary>Returns the CRC-32 from a zip's directory; null if the image is not an entry of a zip, or is encrypted.</summary>
    public static uint? DeclaredChecksum(ImageEntry image) =>
        image.Embedded is null ? image.Entry.Checksum : null;

    /// <summary>
    /// Determines whether two images certainly differ by their sizes, or by the checksums of two zips. Equal checksums prove nothing.
    /// </summary>
    public static bool IsSurelyDifferent(ImageEntry left, ImageEntry right) => left.Length != right.Length
        || (DeclaredChecksum(left) is uint leftChecksum && DeclaredChecksum(right) is uint rightChecksum && leftChecksum != rightChecksum);

    /// <summary>Describes an image by its size, and by its checksum if that is what differs.</summary>
    public static string Describe(ImageEntry image, uint? checksum) => checksum is uint sum
        ? FormattableString.Invariant($"{image.Length} bytes, CRC-32 {sum:X8}")
        : FormattableString.Invariant($"{image.Length} bytes");

    /// <summary>Creates the error for an image that cannot be read.</summary>
    public static DatasetException Failure(IDatasetSource source, ImageEntry image, Exception cause) => new(
        "NotCompared",
        cause is UnauthorizedAccessException ? DatasetErrorKind.AccessDenied : DatasetErrorKind.InputOutput,
        $"'{image.Path}' of '{source.FullPath}' was not compared: {cause.Message}",
        source.FullPath,
        cause);
}
