namespace DeepQDataset.Sources.Zip;

/// <summary>Represents a zip's end records, with zip64 resolved, and the actual location of the directory.</summary>
/// <param name="DirectoryStart">The start of the directory, in bytes from the start of the file.</param>
/// <param name="DirectoryEnd">The position before which its records must end.</param>
/// <param name="BaseOffset">The number of bytes to add to declared offsets.</param>
/// <param name="Entries">The declared number of entries.</param>
/// <param name="IsZip64">Indicates whether there are zip64 records.</param>
/// <param name="Comment">The comment of the archive.</param>
/// <param name="HasWholeComment">Indicates whether the file contains the whole comment.</param>
/// <param name="TrailingBytes">The number of bytes after it.</param>
internal sealed record ZipEnd(
    long DirectoryStart,
    long DirectoryEnd,
    long BaseOffset,
    ulong Entries,
    bool IsZip64,
    ReadOnlyMemory<byte> Comment,
    bool HasWholeComment,
    long TrailingBytes);
