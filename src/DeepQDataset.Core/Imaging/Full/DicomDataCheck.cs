using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Imaging.Full;

/// <summary>
/// Reads DICOM pixel data to their end. Native ones are compared with their first pixel; of encapsulated ones the offset table and the
/// fragments are followed to the sequence delimiter (PS3.5 annex A.4). What is compressed in the fragments is not decoded.
/// </summary>
/// <param name="findings">Takes what it finds.</param>
internal sealed class DicomDataCheck(DataFindings findings) : IDicomPixelReader
{
    private const int MostPixelBytes = 64;

    private readonly byte[] _pixel = new byte[MostPixelBytes];

    /// <inheritdoc/>
    public ImageProblem? Read(DicomElementReader elements, DicomHeader header)
    {
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

    private void ReadNative(DicomElementReader elements, long length, DicomHeader header)
    {
        // A pixel's bytes: those of all samples, which are side by side unless the planes are apart; then equal samples show all the same.
        int period = header.BitsAllocated is int bits && bits % 8 == 0 ? bits / 8 * Math.Max(1, header.SamplesPerPixel ?? 1) : 1;
        Int128 required = DicomPixelLength.Required(header) ?? 0;
        bool mayBeBlank = period is > 0 and <= MostPixelBytes && required > 0 && required <= length && HasWholeBits(header);
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
        long lastOffset = 0;
        long fragmentBytes = 0;
        int fragments = -1;
        while (elements.Read() && elements.Kind == DicomNodeKind.Fragment)
        {
            if (fragments < 0)
            {
                lastOffset = TakeLastOffset(elements);
            }
            else
            {
                fragmentBytes += elements.Element.Size + (long)elements.Element.Length;
            }

            fragments++;
        }

        if (elements.Problem is null)
        {
            CheckCounts(elements.Position, Math.Max(0, fragments), fragmentBytes, lastOffset, header);
        }
    }

    private void CheckCounts(long position, int fragments, long fragmentBytes, long lastOffset, DicomHeader header)
    {
        int frames = Math.Max(1, header.NumberOfFrames ?? 1);
        bool isVideo = TransferSyntax.Find(header.TransferSyntaxUid)?.Kind is TransferSyntaxKind.Video or TransferSyntaxKind.Other or null;
        if (fragments == 0 || (!isVideo && fragments < frames))
        {
            findings.ReportDamage(FormattableString.Invariant($"the pixel data have {fragments} fragments for {frames} frames"), position);
        }
        else if (lastOffset >= fragmentBytes)
        {
            findings.ReportDamage(
                FormattableString.Invariant($"the offset table places a frame at byte {lastOffset}, and the fragments have {fragmentBytes}"), position);
        }
    }

    /// <summary>The last entry of the basic offset table; 0 where it has none, or is too long to be looked at.</summary>
    private static long TakeLastOffset(DicomElementReader elements)
    {
        uint length = elements.Element.Length;
        bool isTable = length is >= sizeof(uint) and <= ForwardReader.BufferSize && length % sizeof(uint) == 0;
        return isTable && elements.TryTakeValue((int)length, out ReadOnlySpan<byte> table) ? elements.Encoding.ReadUInt32(table[^sizeof(uint)..]) : 0;
    }

    /// <summary>Whether the samples fill their bytes so that comparing bytes compares pixels: single bits are packed, and do if they fill the last byte.</summary>
    private static bool HasWholeBits(DicomHeader header) => header.BitsAllocated is int bits
        && (bits % 8 == 0 || (bits == 1 && (long)(header.Rows ?? 0) * (header.Columns ?? 0) % 8 == 0));

    /// <summary>Whether bytes repeat the first pixel, which is taken from them at the start.</summary>
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

        // What repeats itself one pixel on is one pixel throughout.
        return bytes.Length <= period || bytes[period..].SequenceEqual(bytes[..^period]);
    }
}
