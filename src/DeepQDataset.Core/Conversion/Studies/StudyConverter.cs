using System.Globalization;
using DeepQDataset.Files;
using DeepQDataset.Imaging.Dicom.Pixels;
using DeepQDataset.Layout;
using DeepQDataset.Rules.Images;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// Converts DICOM files in any folders into PNG files in folders of studies and series (guide chapter 2.1):
/// <c>image/Study1/Series1/image001.png</c>. Names contain only numbers. A CSV beside the destination, with the destination's name and
/// <c>.map.csv</c>, lists the source of each image.
/// </summary>
public static class StudyConverter
{
    private const string Activity = "Converting DICOM images";
    private const string Extension = ".png";

    /// <summary>
    /// Converts the files and returns the labels of each image, or one with Class null, ordered by study, series and instance. Files that
    /// cannot be converted are logged and left out.
    /// </summary>
    /// <param name="paths">The rooted paths of folders, zips and DICOM files, which are converted together.</param>
    /// <param name="destination">The rooted path of the output folder, which is created if it does not exist.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="log">Receives losses while labels are read; null to ignore them.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">
    /// The token to monitor for cancellation requests. Completed images stay, and the folder stays marked as incomplete.
    /// </param>
    /// <exception cref="DatasetException">
    /// There is no DICOM image, the window is invalid, the destination exists or is in a source, or the disk is full.
    /// </exception>
    /// <exception cref="IOException">A source or the label file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IEnumerable<DqLabel> Convert(
        IReadOnlyList<string> paths,
        string destination,
        StudyOptions? options = null,
        ConversionLog? log = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(destination);
        options ??= StudyOptions.Default;
        return WindowChoice.TryParse(options.Window, out WindowChoice window)
            ? Convert(paths, destination, options, window, log ?? new ConversionLog(), progress, cancellation)
            : throw StudyErrors.InvalidWindow(options.Window);
    }

    private static IEnumerable<DqLabel> Convert(
        IReadOnlyList<string> paths,
        string path,
        StudyOptions options,
        WindowChoice window,
        ConversionLog log,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        StudyDestination destination = StudyDestination.Open(path, paths, options.Overwrite, cancellation);
        using StudySources sources = StudySources.Open(paths, cancellation);
        List<DicomInstance> instances = DicomInstanceList.Read(sources.All, options.ThrottleLimit, log, progress, cancellation);
        if (instances.Count == 0)
        {
            throw StudyErrors.NoDicom(string.Join("', '", paths));
        }

        StudyPlan plan = StudyPlan.From(instances, cancellation);
        StudyLabels labels = StudyLabels.Read(options.LabelPath, instances, options.Platform, log, cancellation);
        log.Note(FormattableString.Invariant($"{instances.Count} instances of {plan.Series.Count} series in {plan.Studies} studies."));
        StudyErrors.CreateFolder(destination.Root);
        IncompleteFolder incomplete = IncompleteFolder.Mark(
            destination.Root, RemedyAction.ConvertStudies, paths[0], [FixedNames.ImageFolder, FixedNames.LabelFile]);
        using AtomicFile mapFile = destination.Create(destination.MapFile);
        using (StudyMapWriter map = new(mapFile.Stream))
        using (StudyImageWriter writer = new(destination, window, cancellation))
        {
            int done = 0;
            foreach (StudyOutcome outcome in OrderedWork.Run(
                Jobs(plan), job => writer.Write(job.Series, job.Index), options.ThrottleLimit, cancellation))
            {
                Tell(outcome, destination, log);
                labels.Take(outcome, log);
                foreach (int frame in outcome.Frames)
                {
                    string name = outcome.Series.NameOf(outcome.Index, frame);
                    string image = destination.PathOf(name);
                    destination.Written(image);
                    map.Write(name, outcome.Instance, frame + 1);
                    foreach (DqLabel label in labels.LabelsOf(outcome.Instance, name + Extension, image))
                    {
                        yield return label;
                    }
                }

                progress?.Report(new WorkProgress(Activity, ++done, instances.Count, "files"));
            }
        }

        labels.Write(destination, options.ImageNameForm, cancellation);
        mapFile.Commit();
        incomplete.Complete();
        destination.ReportStaleFiles(log);
        log.Note($"'{destination.MapFile}' says where each image comes from; it holds UIDs and stays here.");
    }

    private static IEnumerable<(StudySeries Series, int Index)> Jobs(StudyPlan plan)
    {
        foreach (StudySeries series in plan.Series)
        {
            for (int index = 0; index < series.Instances.Count; index++)
            {
                yield return (series, index);
            }
        }
    }

    private static void Tell(StudyOutcome outcome, StudyDestination destination, ConversionLog log)
    {
        if (outcome.Failure is DatasetException failure)
        {
            log.Fail(failure);
        }

        if (outcome.Remark is string remark && outcome.Frames.Count > 0)
        {
            log.Add(StudyReasons.PixelsReadOtherwise, outcome.Instance.Location, null, remark);
        }

        bool isTaken = Math.Min(outcome.Width, outcome.Height) >= ImageRules.SmallestSide
            && Math.Max(outcome.Width, outcome.Height) <= ImageRules.LargestSide;
        if (outcome.Frames.Count > 0 && !isTaken)
        {
            log.Add(
                StudyReasons.SizeRejected,
                destination.PathOf(outcome.Series.NameOf(outcome.Index, outcome.Frames[0])),
                null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It has {outcome.Width} × {outcome.Height} pixels, and the platform takes {ImageRules.SmallestSide} to "
                    + $"{ImageRules.LargestSide} a side"));
        }
    }
}
