using DeepQDataset.Catalog;
using DeepQDataset.Files;
using DeepQDataset.Labels;
using DeepQDataset.Streams;

namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// The labels of a file that names instances by UID, or by path or name of their DICOM files, and what instances they mean.
/// </summary>
internal sealed class StudyLabels
{
    private readonly string _path;
    private readonly IReadOnlyList<LabelRow> _rows;
    private readonly Dictionary<DicomInstance, List<int>> _rowsOf = [];
    private readonly Dictionary<DicomInstance, StudyOutcome> _outcomes = [];
    private readonly DicomInstance?[] _instanceOfRow;

    private StudyLabels(string path, IReadOnlyList<LabelRow> rows)
    {
        _path = path;
        _rows = rows;
        _instanceOfRow = new DicomInstance?[rows.Count];
    }

    /// <summary>Reads the file and finds the instances.</summary>
    /// <param name="path">The rooted path; null for no labels.</param>
    /// <param name="instances">The instances there are.</param>
    /// <param name="log">Told of rows that cannot be used.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">The file cannot be read at all.</exception>
    public static StudyLabels Read(string? path, IReadOnlyList<DicomInstance> instances, ConversionLog log, CancellationToken cancellation)
    {
        if (path is null)
        {
            return new StudyLabels("", []);
        }

        using FileRegionStream stream = FileRegionStream.OpenFile(path);
        LabelFile file = LabelFileReader.Read(stream, finding => Tell(log, path, finding), cancellation);
        if (file.NotRead is string reason)
        {
            throw StudyErrors.LabelFileNotRead(path, reason);
        }

        StudyLabels labels = new(path, file.Rows.ToArray());
        labels.Match(instances, log, cancellation);
        return labels;
    }

    /// <summary>The labels of an image, or one without a class where there are none.</summary>
    /// <param name="instance">The instance it comes from.</param>
    /// <param name="name">The image's qualified name with its extension.</param>
    /// <param name="path">The image's file.</param>
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
            yield return new DqLabel
            {
                Image = name,
                Class = row.Class,
                Value = row.Box is null ? row.Value : null,
                X = row.Box?.X,
                Y = row.Box?.Y,
                Width = row.Box?.Width,
                Height = row.Box?.Height,
                SourcePath = path,
                Line = row.Line,
            };
        }
    }

    /// <summary>Takes note of what became of an instance.</summary>
    public void Take(StudyOutcome outcome, ConversionLog log)
    {
        if (!_rowsOf.ContainsKey(outcome.Instance))
        {
            return;
        }

        _outcomes.Add(outcome.Instance, outcome);
        if (outcome.Frames > 1)
        {
            log.Add(StudyReasons.LabelsOfFrames, outcome.Instance.Location, null, "Its labels went to each of its frames");
        }
    }

    /// <summary>Writes the labels of the images that were written, in the order of the file they come from.</summary>
    /// <param name="destination">Where they go.</param>
    /// <param name="cancellation">Ends the work.</param>
    public void Write(StudyDestination destination, CancellationToken cancellation)
    {
        if (!NewRows(cancellation).Any())
        {
            return;
        }

        using AtomicFile file = destination.Create(destination.LabelFile);
        LabelFileWriter.Write(file.Stream, NewRows(cancellation));
        file.Commit();
        destination.Written(destination.LabelFile);
    }

    private static void Tell(ConversionLog log, string path, LabelFinding finding)
    {
        if (finding.Rule.Severity == DqSeverity.Error && finding.Rule != RuleCatalog.TwoColumnLabels)
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
                    isAmbiguous ? $"'{row.Image}' fits several DICOM files; name its SOP instance UID or its path" : $"'{row.Image}' is no image of the sources");
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

    private IEnumerable<LabelRow> NewRows(CancellationToken cancellation)
    {
        for (int i = 0; i < _rows.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_instanceOfRow[i] is not DicomInstance instance || !_outcomes.TryGetValue(instance, out StudyOutcome? outcome))
            {
                continue;
            }

            for (int frame = 0; frame < outcome.Frames; frame++)
            {
                yield return _rows[i] with { Image = outcome.Series.NameOf(outcome.Index, frame) };
            }
        }
    }
}
