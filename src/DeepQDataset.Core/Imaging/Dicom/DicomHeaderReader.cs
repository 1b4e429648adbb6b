using System.IO.Compression;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// The project's own reader of DICOM headers (PS3.10 section 7, PS3.5 section 7): forward only, up to pixel data, at a cost that the file
/// cannot raise. It reads what others write, too: without preamble or file meta, with a file meta of its own encoding, with wrong
/// group lengths, with a data set in another encoding than announced.
/// </summary>
public sealed class DicomHeaderReader : IDicomReader
{
    /// <summary>The most bytes a deflated data set is unpacked to in search of pixel data.</summary>
    private const long MaximumInflated = 256L * 1024 * 1024;

    private readonly RecentStrings _strings = new();
    private readonly IDicomPixelReader? _pixels;

    /// <summary>Makes a reader that stops at pixel data.</summary>
    public DicomHeaderReader()
    {
    }

    /// <summary>Makes a reader that has pixel data read, too.</summary>
    /// <param name="pixels">What reads them.</param>
    internal DicomHeaderReader(IDicomPixelReader pixels) => _pixels = pixels;

    /// <inheritdoc/>
    public DicomReadResult Read(ForwardReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        DicomHeaderBuilder header = new(_strings) { HasPreamble = DicomRecognizer.HasPreamble(reader) };
        if (header.HasPreamble)
        {
            reader.TrySkip(DicomRecognizer.PreambleLength);
        }
        else if (!DicomRecognizer.IsBareDataSet(reader))
        {
            return new DicomReadResult(null, new ImageProblem(ImageProblemKind.UnsupportedFormat, "the content is of no known image format", 0));
        }

        bool hasFileMeta = false;
        ImageProblem? problem = DicomFileMetaReader.Read(reader, header, ref hasFileMeta) ?? ReadDataSet(reader, header, hasFileMeta);
        problem ??= MissingSize(header, reader);
        return new DicomReadResult(problem?.Kind == ImageProblemKind.Corrupt ? null : header.Build(), problem);
    }

    private ImageProblem? ReadDataSet(ForwardReader reader, DicomHeaderBuilder header, bool hasFileMeta)
    {
        if (TransferSyntax.Find(header.TransferSyntaxUid)?.Kind == TransferSyntaxKind.Deflated)
        {
            return ReadDeflated(reader, header);
        }

        DicomEncoding declared = header.TransferSyntaxUid switch
        {
            null when !hasFileMeta => DicomEncoding.ImplicitLittleEndian,
            TransferSyntax.ImplicitLittleEndianUid => DicomEncoding.ImplicitLittleEndian,
            TransferSyntax.ExplicitBigEndianUid => new DicomEncoding(true, true),
            _ => DicomEncoding.ExplicitLittleEndian,
        };
        reader.TryPeek(DicomElementHeader.MinimumSize, out ReadOnlySpan<byte> bytes);
        DicomEncoding encoding = DicomEncoding.Recognize(bytes, declared);
        if (!hasFileMeta)
        {
            header.TransferSyntaxUid = encoding.NativeTransferSyntaxUid;
        }

        return new DicomDataSetReader(reader, encoding, header, isInflated: false, _pixels).Read();
    }

    private ImageProblem? ReadDeflated(ForwardReader reader, DicomHeaderBuilder header)
    {
        long start = reader.Position;
        using ForwardReaderStream rest = new(reader);
        using DeflateStream inflated = new(rest, CompressionMode.Decompress);
        using ForwardReader inner = new();
        inner.Reset(inflated, MaximumInflated);
        try
        {
            inner.TryPeek(DicomElementHeader.MinimumSize, out ReadOnlySpan<byte> bytes);
            DicomEncoding encoding = DicomEncoding.Recognize(bytes, DicomEncoding.ExplicitLittleEndian);
            ImageProblem? problem = new DicomDataSetReader(inner, encoding, header, isInflated: true, _pixels).Read();
            return problem is null ? null : problem with { Offset = start, Detail = $"in the deflated data set, {problem.Detail}" };
        }
        catch (InvalidDataException) when (header.HasPixelData)
        {
            bool isAtEnd = !reader.TryPeek(1, out _);
            return isAtEnd ? new ImageProblem(ImageProblemKind.Truncated, "the deflated data set ends inside its pixel data", reader.Position) : null;
        }
        catch (InvalidDataException)
        {
            return new ImageProblem(ImageProblemKind.Corrupt, "the deflated data set cannot be unpacked", start);
        }
    }

    private static ImageProblem? MissingSize(DicomHeaderBuilder header, ForwardReader reader)
    {
        if (!header.HasPixelData || (header.Rows > 0 && header.Columns > 0))
        {
            return null;
        }

        uint tag = header.Rows > 0 ? DicomTag.Columns : DicomTag.Rows;
        string name = header.Rows > 0 ? "Columns" : "Rows";
        return new ImageProblem(ImageProblemKind.Corrupt, $"there are pixel data, and {name} {DicomTag.Format(tag)} has no value above 0", reader.Position);
    }
}
