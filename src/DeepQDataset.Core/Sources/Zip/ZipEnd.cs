namespace DeepQDataset.Sources.Zip;

/// <summary>Represents what a zip's end records say, zip64 resolved, and where the directory really is.</summary>
/// <param name="DirectoryStart">Where the directory starts, in bytes from the file's start.</param>
/// <param name="DirectoryEnd">Where its records must have ended.</param>
/// <param name="BaseOffset">What has to be added to declared offsets.</param>
/// <param name="Entries">The number of entries it claims.</param>
/// <param name="IsZip64">Indicates whether there are zip64 records.</param>
/// <param name="Comment">The archive's comment.</param>
/// <param name="HasWholeComment">Indicates whether the file holds as much of the comment as the end record says.</param>
/// <param name="TrailingBytes">The number of bytes that follow it.</param>
internal sealed record ZipEnd(
    long DirectoryStart,
    long DirectoryEnd,
    long BaseOffset,
    ulong Entries,
    bool IsZip64,
    ReadOnlyMemory<byte> Comment,
    bool HasWholeComment,
    long TrailingBytes);
