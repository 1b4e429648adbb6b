namespace DeepQDataset.TestKit.Platform;

/// <summary>
/// Imitates what the platform's own reader keeps of a dataset, from observations of deepqai/aip3-inference (July 2024), so that tests can
/// check whether anything is lost. It shares no code with Core. <c>tests/Witnesses/platform_reader.py</c> does the same with pandas.
/// </summary>
/// <remarks>
/// Images are PNG and JPEG (<see cref="PlatformImage"/>). Of DICOM files only the identity of slices is checked: as published, that part of
/// the reader cannot run. With images beside label.csv, or anywhere outside <c>image/</c>, names are relative to label.csv's folder, as in
/// the service. Not imitated: a column of a box that is true or false throughout, which pandas partly treats as numbers, and white space at
/// the start of a line if all lines end with CR alone, on which pandas fails.
/// </remarks>
public sealed partial class PlatformReader
{
    private const string Negative = "nothing to label";

    private readonly PlatformFiles _files;
    private readonly List<PlatformDrop> _dropped = [];
    private readonly List<int> _pinned = [];
    private readonly List<string> _later = [];
    private PlatformTable? _table;

    private PlatformReader(PlatformFiles files) => _files = files;

    private string? Task => _table?.Width switch
    {
        2 => "single_label",
        3 => "multi_label",
        5 => "segmentation",
        6 => "detection",
        _ => null,
    };

    private bool IsDicom => _files.Images.Any(name =>
        name.EndsWith(".dcm", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".dicom", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a dataset.</summary>
    /// <param name="path">A zip or a folder.</param>
    public static PlatformReading Read(string path)
    {
        PlatformFiles files;
        try
        {
            files = PlatformFiles.Open(path);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return new PlatformReading { Failed = $"the dataset cannot be opened: {exception.Message}" };
        }

        PlatformReader reader = new(files);
        List<PlatformRow> kept = [];
        string? failed = null;
        try
        {
            kept = reader.KeptRows();
        }
        catch (PlatformFailureException exception)
        {
            failed = exception.Message;
        }

        IEnumerable<string> images = reader._table is null && failed is null
            ? files.Images.Where(name => reader.IsDicom || reader.Size(name, out _) is not null)
            : kept.Select(row => row.Name).Distinct(StringComparer.Ordinal);
        return new PlatformReading
        {
            Task = reader.Task,
            Rows = reader._table?.Records.Count ?? 0,
            KeptRows = [.. kept.Select(row => row.Line).Order()],
            Dropped = [.. reader._dropped.OrderBy(drop => drop.Line)],
            Images = files.Images,
            ImagesKept = [.. images.Order(StringComparer.Ordinal)],
            Failed = failed,
            Later = reader._later,
            Pinned = [.. reader._pinned.Order()],
        };
    }

    private List<PlatformRow> KeptRows()
    {
        if (_files.Content(_files.Root.Length == 0 ? "label.csv" : $"{_files.Root}/label.csv") is not { } content)
        {
            return _files.Images.Count > 0 ? [] : throw new PlatformFailureException("there are no images");
        }

        _table = PlatformTable.Read(content);
        if (Task is null)
        {
            throw new PlatformFailureException($"label.csv has {_table.Width} columns by its first record");
        }

        if (_table.Column(0) is not (PlatformColumn.Text or PlatformColumn.Empty))
        {
            throw new PlatformFailureException("all names of images are numbers or switches, and are no longer text to the reader");
        }

        List<PlatformRow> rows = IsDicom ? CheckSlices(NamedRows()) : CheckFiles(NamedRows());
        List<PlatformRow> kept = Task switch
        {
            "single_label" => CheckSingleLabel(rows),
            "multi_label" => CheckOneHot(rows, hasSizes: false),
            "segmentation" => CheckOneHot(rows, hasSizes: true),
            _ => CheckDetection(rows),
        };
        CheckClasses(kept);
        if (Task == "segmentation")
        {
            CheckMasks(kept);
        }

        return kept;
    }

    private List<PlatformRow> NamedRows()
    {
        List<PlatformRow> rows = [];
        foreach ((int line, string?[] fields) in _table!.Records)
        {
            if (fields[0] is not { } name)
            {
                _dropped.Add(new PlatformDrop(line, "its image has no name"));
                continue;
            }

            string? label = Task == "detection" && fields[1] == "negative" ? Negative : fields[1];
            rows.Add(new PlatformRow(line, name, label, fields[2..]));
        }

        return rows;
    }

    private List<PlatformRow> CheckFiles(List<PlatformRow> rows)
    {
        Dictionary<string, ((int Width, int Height)? Size, string Reason)> sizes = new(StringComparer.Ordinal);
        List<PlatformRow> kept = [];
        foreach (PlatformRow row in rows)
        {
            if (!sizes.TryGetValue(row.Name, out ((int Width, int Height)? Size, string Reason) found))
            {
                found = (Size(row.Name, out string reason), reason);
                sizes[row.Name] = found;
            }

            if (found.Size is { } size)
            {
                kept.Add(row with { Width = size.Width, Height = size.Height });
            }
            else
            {
                _dropped.Add(new PlatformDrop(row.Line, found.Reason));
            }
        }

        return kept;
    }

    private (int Width, int Height)? Size(string name, out string reason)
    {
        string? path = _files.Resolve(name);
        reason = path is null ? "there is no such file" : "its group may not read the file";
        if (path is null || !_files.IsReadable(path))
        {
            return null;
        }

        reason = "the file is not an image, or is damaged";
        return PlatformImage.Size(_files.Content(path)!) is { Width: > 1, Height: > 1 } size ? size : null;
    }

    /// <summary>DICOM lies flat; a row without its file stops the reader, and two files of one identity are one.</summary>
    private List<PlatformRow> CheckSlices(List<PlatformRow> rows)
    {
        Dictionary<string, PlatformSlice> slices = new(StringComparer.Ordinal);
        foreach (string name in _files.Images)
        {
            slices[name] = PlatformSlice.Read(_files.Content(_files.Resolve(name)!)!)
                ?? throw new PlatformFailureException($"{name} is not a DICOM image");
        }

        return
        [
            .. rows.Select(row => slices.TryGetValue(row.Name, out PlatformSlice? slice)
                ? row with { Group = slice, Width = slice.Columns, Height = slice.Rows }
                : throw new PlatformFailureException($"line {row.Line}: there is no such DICOM file")),
        ];
    }

    private void Drop(IEnumerable<PlatformRow> rows, string reason) =>
        _dropped.AddRange(rows.Select(row => new PlatformDrop(row.Line, reason)));
}
