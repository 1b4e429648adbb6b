using DeepQDataset.Sources.Zip;
using DeepQDataset.Text;

namespace DeepQDataset.Extraction;

/// <summary>Creates the errors of unpacking. Those about the content of a zip have the names of the rules.</summary>
internal static class ExtractionErrors
{
    public static DatasetException NotAZip(string archive, string detail) =>
        new("NotAZip", DatasetErrorKind.InvalidData, $"'{archive}' is not a readable zip: {detail}.", archive);

    public static DatasetException NotAFile(string archive) =>
        new("NotAZip", DatasetErrorKind.InvalidArgument, $"'{archive}' is a folder; only a zip can be unpacked.", archive);

    public static DatasetException DestinationIsFile(string destination) => new(
        "DestinationIsFile",
        DatasetErrorKind.AlreadyExists,
        $"'{destination}' is a file; a zip is unpacked into a folder.",
        destination);

    public static DatasetException ZipBomb(string archive, ArchiveExcess excess) =>
        new("ZipBomb", DatasetErrorKind.InvalidData, $"'{archive}' is not unpacked. {excess.Message}", archive);

    public static DatasetException UnsafePath(ZipEntry entry) => NotWritten("UnsafePath", entry.Path, ArchiveEntryText.Unsafe(entry));

    public static DatasetException LinkEntry(ZipEntry entry) => NotWritten("LinkEntry", entry.Path, ArchiveEntryText.Special(entry));

    public static DatasetException EncryptedEntry(ZipEntry entry) =>
        NotWritten("EncryptedEntry", entry.Path, ArchiveEntryText.Encrypted(entry));

    public static DatasetException CompressionMethod(ZipEntry entry) =>
        NotWritten("CompressionMethod", entry.Path, ArchiveEntryText.Method(entry));

    public static DatasetException DuplicateEntry(string path, int count) => NotWritten(
        "DuplicateEntry", path, FormattableString.Invariant($"The zip holds {NameText.Quote(path)} {count} times with different content."));

    public static DatasetException FileIsFolder(string path) =>
        NotWritten("DuplicateEntry", path, $"The zip holds {NameText.Quote(path)} both as a file and as a folder.");

    public static DatasetException ChecksumMismatch(ZipEntry entry, string detail, Exception? exception = null) =>
        NotWritten("ChecksumMismatch", entry.Path, $"{NameText.Quote(entry.Path)} is damaged: {detail}.", exception);

    public static DatasetException Unreadable(ZipEntry entry, IOException exception) => new(
        "EntryUnreadable",
        DatasetErrorKind.InputOutput,
        $"{NameText.Quote(entry.Path)} could not be read: {exception.Message}",
        entry.Path,
        exception);

    public static DatasetException DestinationIsLink(string folder) => new(
        "DestinationIsLink",
        DatasetErrorKind.AccessDenied,
        $"'{folder}' is a link that was there before; nothing is written through it.",
        folder);

    private static DatasetException NotWritten(string errorId, string path, string what, Exception? exception = null) =>
        new(errorId, DatasetErrorKind.InvalidData, $"{what} It is not written.", path, exception);
}
