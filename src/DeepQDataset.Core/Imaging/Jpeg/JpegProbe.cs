using System.Buffers.Binary;
using System.Globalization;

namespace DeepQDataset.Imaging.Jpeg;

/// <summary>
/// Reads the markers of a JPEG up to the first scan, and checks whether it ends with EOI (ITU-T T.81, annex B). Up to 64 KiB of other bytes
/// may follow the EOI, including further images of an MPO file. A height of 0, which a DNL segment after the first scan would set, is
/// treated as damage: it is known only after decoding, and common decoders refuse it.
/// </summary>
internal sealed class JpegProbe : IImageFormatProbe
{
    /// <summary>The maximum number of bytes after the EOI.</summary>
    public const int LongestTrailer = 64 * 1024;

    private const int LongestGap = 64 * 1024;

    /// <summary>The second byte of the marker that ends the image.</summary>
    private const byte EndOfImage = 0xD9;

    /// <inheritdoc/>
    public DqImageFormat Format => DqImageFormat.Jpeg;

    /// <summary>Gets the start-of-image marker and the first byte of the next marker.</summary>
    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    /// <summary>Gets the end-of-image marker.</summary>
    public static ReadOnlySpan<byte> EndMarker => [0xFF, EndOfImage];

    /// <inheritdoc/>
    public ImageProbeResult Probe(ForwardReader reader)
    {
        JpegHeader header = new();
        return ReadHeader(reader, header, tables: null) ?? new ImageProbeResult(Format, header.ToImageHeader(), CheckEnd(reader));
    }

    /// <summary>Reads up to the first scan and leaves the reader after its marker.</summary>
    /// <param name="reader">The reader, at the start of the file.</param>
    /// <param name="header">Receives the values of the segments.</param>
    /// <param name="tables">Receives the tables for decoding; null if the image is not decoded.</param>
    /// <returns>The reason why the header cannot be read; null if it can.</returns>
    public ImageProbeResult? ReadHeader(ForwardReader reader, JpegHeader header, JpegTableSet? tables)
    {
        reader.TrySkip(2);
        if (reader.TryPeek(1, out ReadOnlySpan<byte> first) && first[0] != Signature[2])
        {
            return Corrupt("no marker follows the start of image (SOI)", reader.Position);
        }

        while (true)
        {
            ImageProbeResult? failure = ReadMarker(reader, out byte marker);
            if (failure is not null)
            {
                return failure;
            }

            long position = reader.Position - 2;
            switch (marker)
            {
                case 0x01 or (>= 0xD0 and <= 0xD7): // TEM and RST0 to RST7 stand alone
                    continue;
                case 0xD8:
                    return Corrupt("a second start of image (SOI) follows where a segment is due", position);
                case EndOfImage:
                    return Corrupt("the image ends (EOI) before any image data", position);
                case 0xDA:
                    return header.HasFrame
                        ? null
                        : Corrupt("the image data (SOS) begin without a frame header (SOF)", position);
                case 0xF7:
                    return new ImageProbeResult(
                        DqImageFormat.Unknown,
                        null,
                        new ImageProblem(ImageProblemKind.UnsupportedFormat, "the content is JPEG-LS", position),
                        "JPEG-LS");
            }

            failure = ReadSegment(reader, marker, header, tables);
            if (failure is not null)
            {
                return failure;
            }
        }
    }

    /// <summary>
    /// Reads the next marker with the fill bytes before it (annex B.1.1.2). A limited number of other bytes before it is skipped, as
    /// decoders do.
    /// </summary>
    private ImageProbeResult? ReadMarker(ForwardReader reader, out byte marker)
    {
        long start = reader.Position;
        bool sawPrefix = false;
        while (reader.TryReadByte(out marker))
        {
            if (sawPrefix && marker is not (0 or 0xFF))
            {
                return null;
            }

            sawPrefix = marker == 0xFF;
            if (reader.Position - start > LongestGap)
            {
                return Corrupt("there is no marker where one is due", start);
            }
        }

        return Ends(reader, "before the image data (SOS)");
    }

    private ImageProbeResult? ReadSegment(ForwardReader reader, byte marker, JpegHeader header, JpegTableSet? tables)
    {
        long start = reader.Position;
        if (!reader.TryRead(2, out ReadOnlySpan<byte> bytes))
        {
            return Ends(reader, InSegment(marker));
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes) - 2;
        if (length < 0)
        {
            return Corrupt(
                string.Create(
                    CultureInfo.InvariantCulture, $"the {JpegHeader.NameOf(marker)} segment claims a length of {length + 2} bytes"),
                start);
        }

        if (JpegHeader.IsFrame(marker))
        {
            if (!reader.TryPeek(length, out bytes))
            {
                return Ends(reader, InSegment(marker));
            }

            (string Detail, int Offset)? problem = header.ReadFrame(marker, bytes);
            if (problem is not null)
            {
                return Corrupt(problem.Value.Detail, start + 2 + problem.Value.Offset);
            }
        }
        else if (marker == 0xE1)
        {
            ReadExif(reader, length, header);
        }
        else if (marker is 0xE0 or 0xEE && reader.TryPeek(Math.Min(length, JpegHeader.ApplicationDataLength), out bytes))
        {
            header.ReadApplicationData(marker, bytes);
        }

        if (tables is not null && JpegTableSet.Wants(marker))
        {
            if (!reader.TryPeek(length, out bytes))
            {
                return Ends(reader, InSegment(marker));
            }

            tables.Take(marker, bytes, start + 2);
        }

        return reader.TrySkip(length) ? null : Ends(reader, InSegment(marker));
    }

    private static void ReadExif(ForwardReader reader, int length, JpegHeader header)
    {
        ReadOnlySpan<byte> identifier = ExifReader.Identifier;
        if (length > identifier.Length
            && reader.TryPeek(identifier.Length, out ReadOnlySpan<byte> bytes)
            && bytes.SequenceEqual(identifier))
        {
            header.TakeExif(ExifReader.Peek(reader, length));
        }
    }

    /// <summary>Finds the last EOI. The reader is after the SOS marker.</summary>
    /// <returns>The problem; null if the file ends with an EOI, or nearly.</returns>
    public static ImageProblem? CheckEnd(ForwardReader reader)
    {
        Span<byte> tail = stackalloc byte[2];
        if (reader.TryPeekTail(tail) && tail.SequenceEqual(EndMarker))
        {
            return null;
        }

        reader.TrySkip(Math.Max(0, reader.Length - LongestTrailer - EndMarker.Length - reader.Position));
        long end = -1;
        bool isPrefixed = false;
        while (reader.TryReadSome(out ReadOnlySpan<byte> bytes))
        {
            if (isPrefixed && bytes[0] == EndOfImage)
            {
                end = reader.Position - bytes.Length + 1;
            }

            int last = bytes.LastIndexOf(EndMarker);
            end = last >= 0 ? reader.Position - bytes.Length + last + EndMarker.Length : end;
            isPrefixed = bytes[^1] == 0xFF;
        }

        return end >= 0 && reader.Position - end <= LongestTrailer
            ? null
            : new ImageProblem(ImageProblemKind.Truncated, "the file ends without an end of image (EOI)", reader.Position);
    }

    private ImageProbeResult Ends(ForwardReader reader, string place)
    {
        reader.SkipRest();
        return Corrupt($"the file ends {place}", reader.Position);
    }

    private ImageProbeResult Corrupt(string detail, long offset) =>
        new(Format, null, new ImageProblem(ImageProblemKind.Corrupt, detail, offset));

    private static string InSegment(byte marker) => $"inside its {JpegHeader.NameOf(marker)} segment";
}
