using DeepQDataset.Building.Planning;
using DeepQDataset.Catalog;
using DeepQDataset.Files;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using DeepQDataset.Layout;
using DeepQDataset.Streams;

namespace DeepQDataset.Conversion.Studies;

/// <summary>Represents the labels of a file whose images are SOP instance UIDs, or paths or names of DICOM files.</summary>
internal sealed class StudyLabels
{
    private readonly string _path;
    private readonly IReadOnlyList<LabelRow> _rows;
    private readonly LabelForm _form;
    private readonly Dictionary<DicomInstance, List<int>> _rowsOf = [];
    private readonly Dictionary<DicomInstance, StudyOutcome> _outcomes = [];
    private readonly DicomInstance?[] _instanceOfRow;

    private StudyLabels(string path, IReadOnlyList<LabelRow> rows, LabelForm form)
    {
        _path = path;
        _rows = rows;
        _form = form;
        _instanceOfRow = new DicomInstance?[rows.Count];
    }

    /// <summary>Reads the file and finds the instances.</summary>
    /// <param name="path">The rooted path; null if there are no labels.</param>
    /// <param name="instances">The existing instances.</param>
    /// <param name="platform">The edition of the platform for the labels.</param>
    /// <param name="log">Receives rows that cannot be used.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">The file cannot be read.</exception>
    public static StudyLabels Read(
        string? path, IReadOnlyList<DicomInstance> instances, DqPlatform platform, ConversionLog log, CancellationToken cancellation)
    {
        if (path is null)
        {
            return new StudyLabels("", [], LabelForm.Unknown);
        }

        using FileRegionStream stream = FileRegionStream.OpenFile(path);
        LabelFile file = LabelFileReader.Read(stream, finding => Tell(log, path, finding), cancellation);
        if (file.NotRead is string reason)
        {
            throw StudyErrors.LabelFileNotRead(path, reason);
        }

        LabelForm form = FormFor(file.Form, platform);
        StudyLabels labels = new(path, RowsOf(file, form, negative => log.Add(
            StudyReasons.NegativeWithoutForm, path, negative.Line, $"'{file.Table.ImageNames[negative.Image]}'")), form);
        labels.Match(instances, log, cancellation);
        return labels;
    }

    /// <summary>Returns the labels of an image, or one without a class if there are none.</summary>
    /// <param name="instance">The instance of the image.</param>
    /// <param name="name">The qualified name of the image with extension.</param>
    /// <param name="path">The path of the image file.</param>
    public IEnumerable<DqLabel> LabelsOf(DicomInstance instance, string name, string path)
    {
        if (!_rowsOf.TryGetValue(instance, out List<int>? rows))
        {
            yield return new DqLabel { Image = name, SourcePath = path };
            yield break;
        }

        foreach (int index in rows)
        {
            LabelRow row = _rows[index];
            bool isNegative = row.Box is null && row.Mask is null && row.Class == DqLabel.NegativeClass;
            yield return new DqLabel
            {
                Image = name,
                Class = row.Class,
                Value = row.Box is null && row.Mask is null && !isNegative ? row.Value : null,
                Mask = row.Mask?.Text,
                MaskWidth = row.Mask?.Width,
                MaskHeight = row.Mask?.Height,
                X = row.Box?.X,
                Y = row.Box?.Y,
                Width = row.Box?.Width,
                Height = row.Box?.Height,
                SourcePath = path,
                Line = row.Line,
            };
        }
    }

    /// <summary>Records the outcome of an instance.</summary>
    public void Take(StudyOutcome outcome, ConversionLog log)
    {
        if (!_rowsOf.ContainsKey(outcome.Instance))
        {
            return;
        }

        _outcomes.Add(outcome.Instance, outcome);
        if (outcome.Frames.Count > 1)
        {
            log.Add(StudyReasons.LabelsOfFrames, outcome.Instance.Location, null, "Its labels went to each of its frames");
        }
    }

    /// <summary>Writes the labels of the converted images in the order of the label file.</summary>
    /// <param name="destination">The output folder.</param>
    /// <param name="nameForm">The form of image names.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public void Write(StudyDestination destination, LabelNameForm nameForm, CancellationToken cancellation)
    {
        string extension = nameForm == LabelNameForm.Stem ? "" : ImageExtension.SpellingOf(DqImageFormat.Png);
        if (!NewRows(extension, cancellation).Any())
        {
            return;
        }

        using AtomicFile file = destination.Create(destination.LabelFile);
        LabelFileWriter.Write(file.Stream, NewRows(extension, cancellation), _form);
        file.Commit();
        destination.Written(destination.LabelFile);
    }

    /// <summary>Returns the rows in file order, including rows for empty images.</summary>
    private static LabelRow[] RowsOf(LabelFile file, LabelForm form, Action<LabelEntry> tellLeftOut)
    {
        LabelTable table = file.Table;
        bool hasForm = form is LabelForm.Detection or LabelForm.Classification;
        foreach (LabelEntry negative in hasForm ? [] : table.Negatives)
        {
            tellLeftOut(negative);
        }

        IEnumerable<LabelRow> negatives = hasForm ? table.Negatives.SelectMany(entry => NegativeRows(file, entry)) : [];
        return [.. table.Concat(negatives).OrderBy(static row => row.Line)];
    }

    /// <summary>Returns the rows for an empty image in a form: a special class for boxes, otherwise 0 for every class.</summary>
    private static IEnumerable<LabelRow> NegativeRows(LabelFile file, LabelEntry entry)
    {
        string image = file.Table.ImageNames[entry.Image];
        if (file.Form == LabelForm.Detection)
        {
            return [new LabelRow(entry.Line, image, DqLabel.NegativeClass, 1, null)];
        }

        bool[] isClass = file.Table.ClassesWithRows();
        return Enumerable.Range(0, isClass.Length).Where(number => isClass[number])
            .Select(number => new LabelRow(entry.Line, image, file.Table.ClassNames[number], 0, null));
    }

    private static LabelForm FormFor(LabelForm form, DqPlatform platform) =>
        form == LabelForm.TwoColumns && platform != DqPlatform.Edition30 ? LabelForm.Classification : form;

    private static void Tell(ConversionLog log, string path, LabelFinding finding)
    {
        if (finding.Rule.Severity == DqSeverity.Error
            && finding.Rule != RuleCatalog.TwoColumnLabels
            && finding.Rule != RuleCatalog.SegmentationForm
            && finding.Rule != RuleCatalog.BareImageLine)
        {
            log.Add(StudyReasons.LabelUnreadable, path, finding.Line, finding.Message.TrimEnd('.'));
        }
        else
        {
            log.Note($"{path}: {finding.Message}");
        }
    }

    private void Match(IReadOnlyList<DicomInstance> instances, ConversionLog log, CancellationToken cancellation)
    {
        InstanceNames names = new(_rows.Select(static row => row.Image), Path.GetDirectoryName(_path)!);
        foreach (DicomInstance instance in instances)
        {
            cancellation.ThrowIfCancellationRequested();
            names.Offer(instance);
        }

        HashSet<string> told = new(StringComparer.Ordinal);
        for (int i = 0; i < _rows.Count; i++)
        {
            LabelRow row = _rows[i];
            _instanceOfRow[i] = names.Find(row.Image, out bool isAmbiguous);
            if (_instanceOfRow[i] is DicomInstance instance)
            {
                Add(instance, i);
            }
            else if (told.Add(row.Image))
            {
                log.Add(
                    isAmbiguous ? StudyReasons.LabelImageAmbiguous : StudyReasons.LabelImageMissing,
                    _path,
                    row.Line,
                    isAmbiguous
                        ? $"'{row.Image}' fits several DICOM files; name its SOP instance UID or its path"
                        : $"'{row.Image}' is not an image of the sources");
            }
        }
    }

    private void Add(DicomInstance instance, int row)
    {
        if (!_rowsOf.TryGetValue(instance, out List<int>? rows))
        {
            rows = [];
            _rowsOf.Add(instance, rows);
        }

        rows.Add(row);
    }

    private IEnumerable<LabelRow> NewRows(string extension, CancellationToken cancellation)
    {
        for (int i = 0; i < _rows.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_instanceOfRow[i] is not DicomInstance instance || !_outcomes.TryGetValue(instance, out StudyOutcome? outcome))
            {
                continue;
            }

            foreach (int frame in outcome.Frames)
            {
                yield return _rows[i] with { Image = outcome.Series.NameOf(outcome.Index, frame) + extension };
            }
        }
    }
}
