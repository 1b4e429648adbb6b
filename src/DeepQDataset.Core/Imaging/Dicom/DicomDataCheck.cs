namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Reads DICOM pixel data to its end. Native pixels are compared with the first one. Of encapsulated pixel data, the offset tables and
/// fragments are followed to the sequence delimiter (PS3.5 annex A.4), and the header of the compressed data in the first fragment is
/// compared with the size of the image. Nothing is decoded.
/// </summary>
/// <param name="findings">Receives the findings.</param>
internal sealed class DicomDataCheck(DataFindings findings) : IDicomPixelReader
{
    private const int MaximumPixelBytes = 64;

    private readonly byte[] _pixel = new byte[MaximumPixelBytes];
    private readonly DicomOffsetTable _basic = new(sizeof(uint));
    private readonly DicomOffsetTable _extended = new(sizeof(ulong));

    /// <inheritdoc/>
    public void Start()
    {
        _basic.Clear();
        _extended.Clear();
    }

    /// <inheritdoc/>
    public void TakeOffsetTable(DicomElementReader elements) => _extended.Take(elements);

    /// <inheritdoc/>
    public ImageProblem? Read(DicomElementReader elements, DicomHeader header)
    {
        CheckForm(elements, header);
        if (elements.Length is long length)
        {
            ReadNative(elements, length, header);
        }
        else
        {
            ReadFragments(elements, header);
        }

        return elements.Problem;
    }

    /// <inheritdoc/>
    public void ReportDamage(ImageProblem problem) => findings.ReportDamage(problem.Detail, problem.Offset);

    /// <summary>
    /// Checks that pixel data is in fragments if and only if the transfer syntax requires it (PS3.5 annex A.4): decoders mistake one for
    /// the other.
    /// </summary>
    private void CheckForm(DicomElementReader elements, DicomHeader header)
    {
        TransferSyntax? syntax = TransferSyntax.Find(header.TransferSyntaxUid);
        bool isEncapsulated = elements.Length is null;
        bool isExpected = syntax?.Kind switch
        {
            TransferSyntaxKind.Compressed or TransferSyntaxKind.Video or TransferSyntaxKind.EncapsulatedNative => isEncapsulated,
            TransferSyntaxKind.Native or TransferSyntaxKind.BigEndian or TransferSyntaxKind.Deflated => !isEncapsulated,
            _ => true,
        };
        if (!isExpected)
        {
            (string found, string expected) = isEncapsulated ? ("in fragments", "none") : ("in one piece", "fragments");
            findings.ReportDamage($"the pixel data are {found}, and the transfer syntax {syntax!.Name} has {expected}", elements.Position);
        }
    }

    private void ReadNative(DicomElementReader elements, long length, DicomHeader header)
    {
        // The bytes of a pixel are those of all its samples if they are interleaved; in separate planes, equal samples are equal bytes,
        // too.
        int period = header.BitsAllocated is int bits && bits % 8 == 0 ? bits / 8 * Math.Max(1, header.SamplesPerPixel ?? 1) : 1;
        Int128 required = DicomPixelLength.Required(header) ?? 0;
        bool mayBeBlank = period is > 0 and <= MaximumPixelBytes && required > 0 && required <= length && HasWholeBits(header);
        long position = 0;
        while (elements.TryReadPiece(out ReadOnlySpan<byte> bytes))
        {
            if (mayBeBlank && position < required)
            {
                mayBeBlank = IsSame(bytes[..(int)Math.Min((long)(required - position), bytes.Length)], position, period);
            }

            position += bytes.Length;
        }

        bool isPacked = header.BitsAllocated == 1;
        findings.IsBlank = elements.Problem is null && mayBeBlank && (!isPacked || _pixel[0] is 0 or 0xFF);
    }

    private void ReadFragments(DicomElementReader elements, DicomHeader header)
    {
        long offset = 0;
        int fragments = -1;
        bool isHeaderRead = false;
        while (elements.Read() && elements.Kind == DicomNodeKind.Fragment)
        {
            if (fragments < 0)
            {
                _basic.Take(elements);
            }
            else
            {
                CompareTables(elements.Position - elements.Element.Size, offset, isEnd: false);
                offset += elements.Element.Size + (long)elements.Element.Length;
            }

            if (fragments >= 0 && elements.Length > 0 && !isHeaderRead)
            {
                isHeaderRead = true;
                CheckCodestream(elements, header);
            }

            fragments++;
        }

        if (elements.Problem is null)
        {
            CheckCount(elements.Position, Math.Max(0, fragments), header);
            CompareTables(elements.Position, offset, isEnd: true);
        }
    }

    private void CompareTables(long position, long offset, bool isEnd)
    {
        if ((_basic.Compare(offset, isEnd) ?? _extended.Compare(offset, isEnd)) is long entry)
        {
            findings.ReportDamage(
                FormattableString.Invariant($"the offset table places a frame at byte {entry} of the fragments, where none starts"),
                position);
        }
    }

    /// <summary>Compares the header of the first fragment with that of the file.</summary>
    private void CheckCodestream(DicomElementReader elements, DicomHeader header)
    {
        CodestreamKind kind = CodestreamHeader.KindOf(header.TransferSyntaxUid);
        long position = elements.Position;
        if (kind == CodestreamKind.Unknown || !elements.TryTakeValue(ForwardReader.BufferSize, out ReadOnlySpan<byte> bytes))
        {
            return;
        }

        CodestreamHeader codestream = CodestreamHeader.Read(bytes);
        string name = kind switch { CodestreamKind.Jpeg2000 => "JPEG 2000", CodestreamKind.JpegLs => "JPEG-LS", _ => "JPEG" };
        bool isOpen = codestream is { Kind: CodestreamKind.Jpeg, Width: 0 } && kind == CodestreamKind.JpegLs;
        if (codestream.Kind != kind && !isOpen)
        {
            findings.ReportDamage(
                $"the pixel data do not start with the header of a {name} image, which the transfer syntax says they are", position);
        }
        else if (codestream is { Width: > 0, Height: > 0 } && (codestream.Width != header.Columns || codestream.Height != header.Rows))
        {
            string actual = FormattableString.Invariant($"{codestream.Width}×{codestream.Height}");
            string said = FormattableString.Invariant($"{header.Columns}×{header.Rows}");
            findings.ReportDamage($"the {name} image in the pixel data has {actual} pixels, and Columns and Rows say {said}", position);
        }
    }

    private void CheckCount(long position, int fragments, DicomHeader header)
    {
        int frames = Math.Max(1, header.NumberOfFrames ?? 1);
        bool isVideo = TransferSyntax.Find(header.TransferSyntaxUid)?.Kind is TransferSyntaxKind.Video or TransferSyntaxKind.Other or null;
        if (fragments == 0 || (!isVideo && fragments < frames))
        {
            findings.ReportDamage(FormattableString.Invariant($"the pixel data have {fragments} fragments for {frames} frames"), position);
        }
    }

    /// <summary>Determines whether comparing bytes compares pixels: samples fill their bytes, or single bits fill the last byte.</summary>
    private static bool HasWholeBits(DicomHeader header) => header.BitsAllocated is int bits
        && (bits % 8 == 0 || (bits == 1 && (long)(header.Rows ?? 0) * (header.Columns ?? 0) % 8 == 0));

    /// <summary>Determines whether all bytes repeat the first pixel, which is taken from the first bytes.</summary>
    private bool IsSame(ReadOnlySpan<byte> bytes, long position, int period)
    {
        for (; position < period && !bytes.IsEmpty; position++)
        {
            _pixel[position] = bytes[0];
            bytes = bytes[1..];
        }

        int index = (int)(position % period);
        int head = Math.Min(bytes.Length, period);
        for (int at = 0; at < head; at++)
        {
            if (bytes[at] != _pixel[index])
            {
                return false;
            }

            index = index + 1 == period ? 0 : index + 1;
        }

        // Bytes that equal themselves shifted by one pixel are one pixel throughout.
        return bytes.Length <= period || bytes[period..].SequenceEqual(bytes[..^period]);
    }
}
