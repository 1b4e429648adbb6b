using System.Diagnostics.CodeAnalysis;
using DeepQDataset.Work;
using ICSharpCode.SharpZipLib.Core;
using ICSharpCode.SharpZipLib.Zip;

namespace DeepQDataset.Building.Zip;

/// <summary>Writes the structure of a zip around entries whose bytes are ready.</summary>
[SuppressMessage("Design", "CA1001",
    Justification = "Disposing the stream would write a directory even after an error; it holds nothing else that needs it.")]
internal sealed class ArchiveContainer
{
    private readonly ZipOutputStream _zip;
    private readonly ZipEntryHeader _headers;
    private readonly TrueMethod _trueMethod = new();

    /// <summary>Initializes a new instance of the <see cref="ArchiveContainer"/> class.</summary>
    /// <param name="output">The destination.</param>
    /// <param name="headers">Creates the headers of entries.</param>
    /// <param name="progress">Receives the progress.</param>
    public ArchiveContainer(BlockOutput output, ZipEntryHeader headers, ProgressCounter progress)
    {
        Output = output;
        Progress = progress;
        _headers = headers;
        _zip = new ZipOutputStream(output) { UseZip64 = UseZip64.Dynamic, NameTransform = _trueMethod, IsStreamOwner = false };
    }

    /// <summary>Gets the output.</summary>
    public BlockOutput Output { get; }

    /// <summary>Gets the object that receives the progress.</summary>
    public ProgressCounter Progress { get; }

    /// <summary>Writes the header of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="inPlaceAt">The position of the bytes in the current block if they are already there; otherwise null.</param>
    public void Begin(in PreparedEntry entry, int? inPlaceAt = null)
    {
        _zip.PutNextPassthroughEntry(_trueMethod.Set(_headers.For(entry), entry.IsDeflated));
        if (inPlaceAt is int offset && Output.Filled != offset)
        {
            throw new InvalidOperationException($"The header of '{entry.Planned.EntryName}' is not as long as was foreseen.");
        }
    }

    /// <summary>Writes bytes of an entry.</summary>
    public void Write(byte[] bytes, int offset, int length) => _zip.Write(bytes, offset, length);

    /// <summary>Ends the entry.</summary>
    public void End() => _zip.CloseEntry();

    /// <summary>Writes the directory.</summary>
    public void Finish() => _zip.Finish();

    /// <summary>
    /// Represents the zip library passes only deflated bytes through; for stored entries it would compute a slow checksum again. It calls
    /// this transform after it has read the method and before it writes the header, so the method of stored entries is corrected here.
    /// </summary>
    private sealed class TrueMethod : INameTransform
    {
        private ZipEntry? _stored;

        public ZipEntry Set(ZipEntry entry, bool isDeflated)
        {
            entry.CompressionMethod = CompressionMethod.Deflated;
            _stored = isDeflated ? null : entry;
            return entry;
        }

        public string TransformFile(string name)
        {
            if (_stored is not null)
            {
                _stored.CompressionMethod = CompressionMethod.Stored;
            }

            return name;
        }

        public string TransformDirectory(string name) => name;
    }
}
