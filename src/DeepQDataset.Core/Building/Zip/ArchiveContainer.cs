using System.Diagnostics.CodeAnalysis;
using DeepQDataset.Work;
using ICSharpCode.SharpZipLib.Core;
using ICSharpCode.SharpZipLib.Zip;

namespace DeepQDataset.Building.Zip;

/// <summary>The zip's structure around entries whose bytes are ready as they are to be in it.</summary>
[SuppressMessage("Design", "CA1001",
    Justification = "Disposing the stream would write a directory even after an error; it holds nothing else that needs it.")]
internal sealed class ArchiveContainer
{
    private readonly ZipOutputStream _zip;
    private readonly ZipEntryHeader _headers;
    private readonly TrueMethod _trueMethod = new();

    /// <summary>Starts an archive.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="headers">Makes the headers of entries.</param>
    /// <param name="progress">Told what was done.</param>
    public ArchiveContainer(BlockOutput output, ZipEntryHeader headers, ProgressCounter progress)
    {
        Output = output;
        Progress = progress;
        _headers = headers;
        _zip = new ZipOutputStream(output) { UseZip64 = UseZip64.Dynamic, NameTransform = _trueMethod, IsStreamOwner = false };
    }

    /// <summary>Where it goes.</summary>
    public BlockOutput Output { get; }

    /// <summary>Told what was done.</summary>
    public ProgressCounter Progress { get; }

    /// <summary>Writes the header of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="inPlaceAt">Where in the block that is being filled its bytes lie already; null where they do not.</param>
    public void Begin(in PreparedEntry entry, int? inPlaceAt = null)
    {
        _zip.PutNextPassthroughEntry(_trueMethod.Set(_headers.For(entry), entry.IsDeflated));
        if (inPlaceAt is int offset && Output.Filled != offset)
        {
            throw new InvalidOperationException($"The header of '{entry.Planned.EntryName}' is not as long as was foreseen.");
        }
    }

    /// <summary>Writes some of an entry's bytes.</summary>
    public void Write(byte[] bytes, int offset, int length) => _zip.Write(bytes, offset, length);

    /// <summary>Ends the entry.</summary>
    public void End() => _zip.CloseEntry();

    /// <summary>Writes the directory.</summary>
    public void Finish() => _zip.Finish();

    /// <summary>
    /// The library passes only deflated bytes through; what is stored it would take a slow checksum of once more. It asks for the final
    /// name after it looked at the method and before it writes the header: that is where a stored entry is called stored.
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
