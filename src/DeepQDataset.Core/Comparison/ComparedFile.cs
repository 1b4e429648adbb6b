using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Comparison;

/// <summary>What is known of a file before it is read.</summary>
internal static class ComparedFile
{
    /// <summary>The CRC-32 that a zip's directory says of an entry; null for what lies in no zip, or is encrypted.</summary>
    public static uint? DeclaredChecksum(SourceEntry entry) => entry is ZipEntry { Record: { IsEncrypted: false } record } ? record.Crc32 : null;

    /// <summary>
    /// Whether two files cannot be the same: by their sizes, or by the checksums of two zips. Checksums that are equal prove nothing.
    /// </summary>
    public static bool IsSurelyDifferent(SourceEntry left, SourceEntry right) => left.Length != right.Length
        || (DeclaredChecksum(left) is uint leftChecksum && DeclaredChecksum(right) is uint rightChecksum && leftChecksum != rightChecksum);

    /// <summary>A file's size, and its checksum where that is what tells it from another.</summary>
    public static string Describe(SourceEntry entry, uint? checksum) => checksum is uint sum
        ? FormattableString.Invariant($"{entry.Length} bytes, CRC-32 {sum:X8}")
        : FormattableString.Invariant($"{entry.Length} bytes");

    /// <summary>What is said of a file that cannot be read.</summary>
    public static DatasetException Failure(IDatasetSource source, SourceEntry entry, Exception cause) => new(
        "NotCompared",
        cause is UnauthorizedAccessException ? DatasetErrorKind.AccessDenied : DatasetErrorKind.InputOutput,
        $"'{entry.Path}' of '{source.FullPath}' was not compared: {cause.Message}",
        source.FullPath,
        cause);
}
