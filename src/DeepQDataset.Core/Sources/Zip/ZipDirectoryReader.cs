using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Sources.Zip;

/// <summary>
/// Reads a zip's central directory once, by position, without trusting any number in it: memory grows with the actual records, not with the
/// claimed number. Problems are results, never exceptions.
/// </summary>
internal static class ZipDirectoryReader
{
    /// <summary>Reads the directory.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ZipDirectory Read(SafeFileHandle handle, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        long length = RandomAccess.GetLength(handle);
        if (length == 0)
        {
            return new ZipDirectory { Failure = new ZipFailure(ZipFailureKind.Empty, "it is empty", 0) };
        }

        ZipEnd? end = ZipEndFinder.Find(handle, length, out ZipFailure? failure);
        if (end is null)
        {
            return new ZipDirectory { FileLength = length, Failure = Explain(handle, failure!) };
        }

        List<ZipRecord> records = ZipRecordReader.Read(handle, end, out failure, cancellation);
        return failure is null
            ? Describe(handle, length, end, records, cancellation)
            : new ZipDirectory { FileLength = length, Failure = failure };
    }

    private static ZipDirectory Describe(
        SafeFileHandle handle, long length, ZipEnd end, List<ZipRecord> records, CancellationToken cancellation)
    {
        ZipNameDecoder names = ZipNameDecoder.For(records);
        ZipEntry[] entries = new ZipEntry[records.Count];
        long firstRecord = end.DirectoryStart;
        for (int index = 0; index < entries.Length; index++)
        {
            entries[index] = ZipEntry.From(records[index], names);
            firstRecord = Math.Min(firstRecord, records[index].LocalHeaderOffset);
            if (index % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        return new ZipDirectory
        {
            Entries = entries,
            Comment = end.Comment,
            FileLength = length,
            Start = end.DirectoryStart,
            BaseOffset = end.BaseOffset,
            LeadingBytes = FileSignature.LeadingBytes(handle, firstRecord, end.BaseOffset),
            TrailingBytes = end.TrailingBytes,
            IsZip64 = end.IsZip64,
            GuessedEncoding = names.Guess.CodePage.FullName,
            IsGuessPlausible = names.Guess.IsPlausible,
        };
    }

    /// <summary>Returns a better explanation for a file without a readable end, which may have another format altogether.</summary>
    private static ZipFailure Explain(SafeFileHandle handle, ZipFailure failure)
    {
        string? format = FileSignature.Recognise(handle);
        return format is null ? failure : new ZipFailure(ZipFailureKind.OtherFormat, $"it is {format}", 0);
    }
}
