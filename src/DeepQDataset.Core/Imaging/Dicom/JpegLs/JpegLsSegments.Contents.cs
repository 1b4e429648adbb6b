using System.Buffers.Binary;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <content>The contents of segments.</content>
internal sealed partial class JpegLsSegments
{
    private const int MinimumPrecision = 2;
    private const int GreatestPrecision = 16;
    private const int MaximumScanComponents = 4;

    /// <summary>The length of an LSE segment of coding parameters: its kind and five numbers.</summary>
    private const int PresetLength = 11;

    /// <summary>The bytes of a component in the frame's segment: identifier, sampling factors, table.</summary>
    private const int FrameComponentLength = 3;

    private string? TakeFrame(ReadOnlySpan<byte> segment)
    {
        if (Frame is not null)
        {
            return "its JPEG-LS data have two frame headers";
        }

        if (segment.Length < 6 || segment.Length != 6 + (FrameComponentLength * segment[5]) || segment[5] == 0)
        {
            return "its JPEG-LS data have a frame header of a wrong length";
        }

        int precision = segment[0];
        int components = segment[5];
        if (precision is < MinimumPrecision or > GreatestPrecision)
        {
            return FormattableString.Invariant($"its JPEG-LS data say that samples have {precision} bits, and 2 to 16 are due");
        }

        ReadOnlySpan<byte> list = segment[6..];
        for (int i = 0; i < components; i++)
        {
            _identifiers[i] = list[FrameComponentLength * i];
            if (list[(FrameComponentLength * i) + 1] != list[1])
            {
                return "its JPEG-LS data are subsampled, which is not converted";
            }
        }

        int height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        Frame = WithSize(new JpegLsFrame(width, height, precision, components));
        return null;
    }

    private string? TakeParameters(ReadOnlySpan<byte> segment)
    {
        int kind = segment.IsEmpty ? 0 : segment[0];
        switch (kind)
        {
            case 1 when segment.Length == PresetLength:
                _preset = new JpegLsPreset(
                    Number(segment, 1), Number(segment, 3), Number(segment, 5), Number(segment, 7), Number(segment, 9));
                return null;
            case 2 or 3:
                return null; // A mapping table matters only if a scan uses it.
            case 4 when segment.Length >= 2 && segment[1] is >= 2 and <= 4 && segment.Length == 2 + (2 * segment[1]):
                return TakeOversize(segment[2..], segment[1]);
            case 1 or 4:
                return "its JPEG-LS data have parameters (LSE) of a wrong length";
            default:
                return FormattableString.Invariant($"its JPEG-LS data have parameters (LSE) of the kind {kind}, which is not converted");
        }
    }

    /// <summary>Reads the height and width of a frame whose header has 0 instead (section C.2.4.1.4).</summary>
    private string? TakeOversize(ReadOnlySpan<byte> sizes, int length)
    {
        uint height = ReadNumber(sizes[..length]);
        uint width = ReadNumber(sizes[length..]);
        if (height is 0 or > int.MaxValue || width is 0 or > int.MaxValue)
        {
            return FormattableString.Invariant($"its JPEG-LS data say that they have {width} × {height} pixels");
        }

        _oversize = ((int)width, (int)height);
        if (Frame is not null)
        {
            Frame = WithSize(Frame);
        }

        return null;
    }

    private JpegLsFrame WithSize(JpegLsFrame frame) => frame with
    {
        Width = frame.Width == 0 ? _oversize.Width : frame.Width,
        Height = frame.Height == 0 ? _oversize.Height : frame.Height,
    };

    private string? TakeRestartInterval(ReadOnlySpan<byte> segment)
    {
        if (segment.Length is < 2 or > 4)
        {
            return "its JPEG-LS data have a restart interval of a wrong length";
        }

        _restartLines = ReadNumber(segment);
        return null;
    }

    private string? TakeApplication8(ReadOnlySpan<byte> segment)
    {
        if (segment.Length != 5 || !segment.StartsWith("mrfx"u8))
        {
            return null;
        }

        ColorTransform = (JpegLsColorTransform)segment[4];
        return ColorTransform <= JpegLsColorTransform.Hp3
            ? null
            : FormattableString.Invariant($"its JPEG-LS data have their colours transformed in a way that is not converted ({segment[4]})");
    }

    /// <summary>Reads the number of lines after the first scan; it must already be known.</summary>
    private string? TakeNumberOfLines(ReadOnlySpan<byte> segment) => segment.Length is >= 2 and <= 4 && ReadNumber(segment) == Frame?.Height
        ? null
        : "its JPEG-LS data say behind their first scan that they have another number of lines";

    private string? TakeScan(ReadOnlySpan<byte> segment)
    {
        if (Frame is null)
        {
            return "its JPEG-LS data have a scan before their frame header";
        }

        if (Frame.Width == 0 || Frame.Height == 0)
        {
            return FormattableString.Invariant($"its JPEG-LS data say that they have {Frame.Width} × {Frame.Height} pixels");
        }

        int count = segment.IsEmpty ? 0 : segment[0];
        if (count is 0 or > MaximumScanComponents || segment.Length != 4 + (2 * count))
        {
            return "its JPEG-LS data have a scan header of a wrong length";
        }

        if (FindComponents(segment.Slice(1, 2 * count), out int[] components) is string fault)
        {
            return fault;
        }

        ReadOnlySpan<byte> rest = segment[(1 + (2 * count))..];
        if (rest[1] > (byte)JpegLsInterleave.Sample || (count > 1 && rest[1] == (byte)JpegLsInterleave.None))
        {
            return FormattableString.Invariant(
                $"its JPEG-LS data have {count} components in a scan, interleaved in a way that is invalid ({rest[1]})");
        }

        if (rest[2] != 0)
        {
            return "its JPEG-LS data have a point transform, which is not converted";
        }

        JpegLsInterleave interleave = count == 1 ? JpegLsInterleave.None : (JpegLsInterleave)rest[1];
        string? invalid = _preset.TryResolve(Frame.Precision, rest[0], out JpegLsCoding coding);
        Scan = new JpegLsScan(components, interleave, coding, _restartLines);
        return invalid;
    }

    private string? FindComponents(ReadOnlySpan<byte> list, out int[] components)
    {
        components = new int[list.Length / 2];
        for (int i = 0; i < components.Length; i++)
        {
            int place = FindComponent(list[2 * i]);
            if (place < 0)
            {
                return "its JPEG-LS data have a scan of a component that came before";
            }

            if (list[(2 * i) + 1] != 0)
            {
                return "its JPEG-LS data stand for values of a mapping table, which is not converted";
            }

            components[i] = place;
            _hasData[place] = true;
        }

        return null;
    }

    /// <summary>
    /// Finds a component without data. Some encoders use other component identifiers in scans than in the frame, and mean the next
    /// component.
    /// </summary>
    private int FindComponent(byte identifier)
    {
        int next = -1;
        for (int i = Frame!.Components - 1; i >= 0; i--)
        {
            if (!_hasData[i] && (next < 0 || _identifiers[i] == identifier || _identifiers[next] != identifier))
            {
                next = i;
            }
        }

        return next;
    }

    private static int Number(ReadOnlySpan<byte> segment, int position) => BinaryPrimitives.ReadUInt16BigEndian(segment[position..]);

    private static uint ReadNumber(ReadOnlySpan<byte> bytes)
    {
        uint number = 0;
        foreach (byte value in bytes)
        {
            number = (number << 8) | value;
        }

        return number;
    }
}
