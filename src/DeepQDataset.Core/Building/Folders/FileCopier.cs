using System.Buffers;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Files;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Folders;

/// <summary>Writes files into a folder that is under construction. Safe for use by several threads.</summary>
/// <param name="destination">The final path of the folder, for messages.</param>
/// <param name="link">Specifies whether images are copied or linked.</param>
/// <param name="progress">Receives the number of bytes written.</param>
/// <param name="cancellation">The token to monitor for cancellation requests.</param>
internal sealed class FileCopier(string destination, ImageLink link, ProgressCounter progress, CancellationToken cancellation)
{
    private const int WriteBuffer = 1 << 16;

    /// <summary>Writes a file.</summary>
    /// <param name="entry">The content and its place in the dataset.</param>
    /// <param name="path">The path to write, which must not exist.</param>
    /// <exception cref="DatasetException">
    /// The source does not exist, cannot be read or has changed; or the file cannot be written or linked.
    /// </exception>
    public void Copy(PlannedEntry entry, string path)
    {
        EntryContent content = entry.Content;
        string target = Path.Join(destination, entry.EntryName);
        if (link != ImageLink.None && entry.IsImage)
        {
            FileLink.Make(link, content, path, target);
            progress.Advance(content.Length ?? 0);
            return;
        }

        using FileStream file = Open(path, content.Length ?? 0, target);
        using DestinationStream stream = new(file, target);
        if (content is StoredContent stored)
        {
            CopyStored(stored, stream);
        }
        else
        {
            ((GeneratedContent)content).Write(stream, cancellation);
        }

        stream.Flush();
        DestinationTime.Set(file.SafeFileHandle, content.LastWriteTimeUtc);
    }

    private void CopyStored(StoredContent content, DestinationStream stream)
    {
        using ContentReader reader = new(content);
        byte[] piece = ArrayPool<byte>.Shared.Rent(ContentReader.PieceBytes);
        try
        {
            for (int length = reader.Read(piece); length > 0; length = reader.Read(piece))
            {
                cancellation.ThrowIfCancellationRequested();
                stream.Write(piece.AsSpan(0, length));
                progress.Advance(length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static FileStream Open(string path, long length, string target)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.Read | FileShare.Delete,
                BufferSize = length > 0 ? 0 : WriteBuffer,
                PreallocationSize = length,
            });
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, target);
        }
    }
}
