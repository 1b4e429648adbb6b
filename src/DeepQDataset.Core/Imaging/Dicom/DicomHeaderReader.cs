namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Reads DICOM headers (PS3.10 section 7, PS3.5 section 7): forward only, up to the pixel data, at a cost that the file cannot increase.
/// </summary>
internal sealed class DicomHeaderReader : IDicomReader
{
    private readonly RecentStrings _strings = new();
    private readonly IDicomPixelReader? _pixels;

    /// <summary>Initializes a new instance of the <see cref="DicomHeaderReader"/> class.</summary>
    public DicomHeaderReader()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="DicomHeaderReader"/> class that also reads the pixel data.</summary>
    /// <param name="pixels">Reads the pixel data.</param>
    internal DicomHeaderReader(IDicomPixelReader pixels) => _pixels = pixels;

    /// <inheritdoc/>
    public DicomReadResult Read(ForwardReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        using DicomFile file = DicomFile.Open(reader, _strings);
        if (!file.IsOpen)
        {
            return new DicomReadResult(null, file.Problem);
        }

        _pixels?.Start();
        DicomHeaderBuilder header = new(_strings, file.Meta) { TransferSyntaxUid = file.TransferSyntaxUid };
        ImageProblem? problem = new DicomDataSetReader(file.Elements, header, _pixels).Read();
        if (problem is null)
        {
            problem = MissingSize(header, reader);
        }
        else
        {
            problem = header.HasPixelData && file.IsDeflateDamaged
                ? new ImageProblem(ImageProblemKind.Damaged, "the deflated pixel data cannot be unpacked", reader.Position)
                : file.Locate(problem);
        }

        if (problem?.Kind == ImageProblemKind.Damaged)
        {
            _pixels?.ReportDamage(problem);
            problem = null;
        }

        return new DicomReadResult(header.Build(), problem);
    }

    private static ImageProblem? MissingSize(DicomHeaderBuilder header, ForwardReader reader)
    {
        if (!header.HasPixelData || (header.Rows > 0 && header.Columns > 0))
        {
            return null;
        }

        uint tag = header.Rows > 0 ? DicomTag.Columns : DicomTag.Rows;
        string name = header.Rows > 0 ? "Columns" : "Rows";
        return new ImageProblem(
            ImageProblemKind.Corrupt, $"there are pixel data, and {name} {DicomTag.Format(tag)} has no value above 0", reader.Position);
    }
}
