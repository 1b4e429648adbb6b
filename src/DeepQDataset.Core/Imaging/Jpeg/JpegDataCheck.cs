using System.Buffers.Binary;

namespace DeepQDataset.Imaging.Jpeg;

/// <summary>
/// Reads a whole JPEG: its tables, and the entropy-coded data of all scans to their last unit. Arithmetic and hierarchical coding, and
/// video frames without Huffman tables, are read but not checked.
/// </summary>
internal sealed class JpegDataCheck : IImageFormatProbe, IDisposable
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    private readonly DataFindings _findings;
    private readonly JpegProbe _probe = new();
    private readonly JpegTableSet _tables;
    private readonly JpegScan _scan;
    private readonly JpegHistory _history = new();
    private readonly JpegScanReader _scans;

    /// <summary>Initializes a new instance of the <see cref="JpegDataCheck"/> class.</summary>
    /// <param name="findings">Receives the findings.</param>
    public JpegDataCheck(DataFindings findings)
    {
        _findings = findings;
        _tables = new JpegTableSet(findings);
        _scan = new JpegScan(_tables);
        _scans = new JpegScanReader(_tables, _scan, _history);
    }

    /// <inheritdoc/>
    public DqImageFormat Format => DqImageFormat.Jpeg;

    /// <summary>Gets the number of scans of the last image.</summary>
    public int Scans { get; private set; }

    /// <summary>Gets a value that indicates whether the data of the last image ended within a scan, or before the first one.</summary>
    public bool EndsInScan { get; private set; }

    /// <inheritdoc/>
    public ImageProbeResult Probe(ForwardReader reader)
    {
        JpegHeader header = new();
        _tables.Reset();
        _scans.Reset();
        Scans = 0;
        EndsInScan = true;
        if (_probe.ReadHeader(reader, header, _tables) is ImageProbeResult failure)
        {
            return failure;
        }

        _history.Start(_tables);
        bool isAtEnd = FollowImage(reader);
        ImageProblem? problem = isAtEnd ? null : JpegProbe.CheckEnd(reader);
        if (isAtEnd)
        {
            FindLastEnd(reader);
        }

        return new ImageProbeResult(Format, header.ToImageHeader(), problem);
    }

    /// <inheritdoc/>
    public void Dispose() => _history.Dispose();

    /// <summary>Follows scans and segments to the end of the image.</summary>
    /// <param name="reader">The reader, after the first SOS marker.</param>
    /// <returns>True if the end (EOI) was reached; false if the file ends before, or damage makes it impossible to continue.</returns>
    private bool FollowImage(ForwardReader reader)
    {
        int marker = StartOfScan;
        do
        {
            bool continues = marker switch
            {
                StartOfScan => FollowScan(reader),
                0x01 or (>= 0xD0 and <= 0xD7) => true,
                _ => PassSegment(reader, (byte)marker),
            };
            if (!continues)
            {
                return false;
            }

            marker = NextMarker(reader);
        }
        while (marker >= 0 && marker != EndOfImage);

        if (marker < 0)
        {
            return false;
        }

        _findings.End = reader.Position;
        if (_tables.CanBeFollowed
            && _tables.HasHuffmanTables
            && Array.Find(_tables.Components, component => !component.HasData) is JpegComponent missing)
        {
            _findings.ReportDamage(
                FormattableString.Invariant($"there are no image data for the component {missing.Identifier}"), reader.Position - 2);
        }

        return true;
    }

    private bool FollowScan(ForwardReader reader)
    {
        long start = reader.Position;
        Scans++;
        EndsInScan = true;
        if (!TryPeekSegment(reader, StartOfScan, out ReadOnlySpan<byte> data))
        {
            return false;
        }

        string? fault = _tables.CanBeFollowed && _tables.HasHuffmanTables ? _scan.Read(data) : null;
        reader.TrySkip(data.Length + 2);
        if (fault is not null)
        {
            _findings.ReportDamage(fault, start);
            return false;
        }

        if (!_scans.CanFollow)
        {
            JpegScanReader.Pass(reader);
            EndsInScan = false;
            return true;
        }

        fault = _scans.Follow(reader, out long offset, out bool endsEarly);
        if (fault is not null && !endsEarly)
        {
            _findings.ReportDamage(fault, offset);
        }

        EndsInScan = endsEarly;
        return fault is null;
    }

    private bool PassSegment(ForwardReader reader, byte marker)
    {
        if (marker == StartOfImage || (JpegHeader.IsFrame(marker) && _tables.CanBeFollowed))
        {
            string name = marker == StartOfImage ? "start of image (SOI)" : "frame header (SOF)";
            _findings.ReportDamage($"a second {name} stands between the scans", reader.Position - 2);
            return false;
        }

        long start = reader.Position;
        if (!TryPeekSegment(reader, marker, out ReadOnlySpan<byte> data))
        {
            return false;
        }

        if (JpegTableSet.Wants(marker) && !JpegHeader.IsFrame(marker))
        {
            _tables.Take(marker, data, start + 2);
        }

        return reader.TrySkip(data.Length + 2);
    }

    /// <summary>Peeks at a segment without its length.</summary>
    /// <returns>False if the file ends before, or the length is invalid.</returns>
    private bool TryPeekSegment(ForwardReader reader, byte marker, out ReadOnlySpan<byte> data)
    {
        data = default;
        if (!reader.TryPeek(2, out ReadOnlySpan<byte> bytes))
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (length < 2)
        {
            _findings.ReportDamage(
                FormattableString.Invariant($"the {JpegHeader.NameOf(marker)} segment claims a length of {length} bytes"), reader.Position);
            return false;
        }

        if (!reader.TryPeek(length, out bytes))
        {
            return false;
        }

        data = bytes[2..];
        return true;
    }

    /// <summary>Reads the next marker. Other bytes before it are skipped, as decoders do.</summary>
    /// <returns>The second byte of the marker; −1 at the end of the file.</returns>
    private static int NextMarker(ForwardReader reader)
    {
        bool sawPrefix = false;
        while (reader.TryReadByte(out byte value))
        {
            if (sawPrefix && value is not (0 or 0xFF))
            {
                return value;
            }

            sawPrefix = value == 0xFF;
        }

        return -1;
    }

    /// <summary>Finds the end of the last image, since cameras append further images. Trailing bytes are those after it.</summary>
    private void FindLastEnd(ForwardReader reader)
    {
        bool isPrefixed = false;
        while (reader.TryReadSome(out ReadOnlySpan<byte> bytes))
        {
            long start = reader.Position - bytes.Length;
            int last = bytes.LastIndexOf(JpegProbe.EndMarker);
            if (last >= 0)
            {
                _findings.End = start + last + JpegProbe.EndMarker.Length;
            }
            else if (isPrefixed && bytes[0] == EndOfImage)
            {
                _findings.End = start + 1;
            }

            isPrefixed = bytes[^1] == 0xFF;
        }
    }
}
