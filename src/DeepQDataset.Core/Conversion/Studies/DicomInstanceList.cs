using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Studies;

/// <summary>Finds the DICOM images of the sources in a pass over the headers.</summary>
internal static class DicomInstanceList
{
    /// <summary>Returns the instances in path order.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="threads">The number of threads, at least 1.</param>
    /// <param name="log">Receives the files that are left out.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public static List<DicomInstance> Read(
        IReadOnlyList<IDatasetSource> sources,
        int threads,
        ConversionLog log,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        List<DicomInstance> found = [];
        HashSet<InstanceKey> seen = [];
        foreach (IDatasetSource source in sources)
        {
            SourceEntry[] files = source.Entries.Where(entry => !entry.IsFolder).ToArray();
            Finding[] findings = ReadAll(source, files, threads, progress, cancellation);
            for (int i = 0; i < files.Length; i++)
            {
                Sort(source, files[i], findings[i], seen, found, log);
            }
        }

        return found;
    }

    private static Finding[] ReadAll(
        IDatasetSource source, SourceEntry[] files, int threads, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        Finding[] findings = new Finding[files.Length];
        RecentStrings strings = new();
        ProgressCounter done = ProgressCounter.OfItems(progress, "Reading DICOM headers", files.Length, "files");
        ParallelWork.Run(
            files.Length,
            threads,
            () => new ForwardReader(),
            (index, reader) =>
            {
                findings[index] = ReadOne(source, files[index], reader, strings, cancellation);
                done.Advance();
            },
            cancellation);
        return findings;
    }

    private static Finding ReadOne(
        IDatasetSource source, SourceEntry entry, ForwardReader reader, RecentStrings strings, CancellationToken cancellation)
    {
        if (entry.Length == 0)
        {
            return default;
        }

        try
        {
            using Stream stream = source.Open(entry);
            reader.Reset(stream, entry.Length, cancellation: cancellation);
            DicomInstance instance = new(source, entry);
            ImageProblem? problem = DicomInstanceReader.Read(reader, strings, instance, out bool hasPixels);
            return problem?.Kind == ImageProblemKind.UnsupportedFormat ? default
                : hasPixels ? new Finding(IsDicom: true, instance, null)
                : new Finding(IsDicom: true, null, problem?.Detail);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return new Finding(IsDicom: true, null, exception.Message.TrimEnd('.'));
        }
    }

    private static void Sort(
        IDatasetSource source, SourceEntry entry, Finding finding, HashSet<InstanceKey> seen, List<DicomInstance> found, ConversionLog log)
    {
        if (finding.Problem is string problem)
        {
            log.Fail(StudyErrors.FileUnreadable(DicomInstance.LocationOf(source, entry), problem));
        }
        else if (!finding.IsDicom)
        {
            if (!SystemFileNames.IsSystemPath(entry.Path))
            {
                log.Add(StudyReasons.NotDicom, DicomInstance.LocationOf(source, entry), null, "It is not a DICOM file");
            }
        }
        else if (finding.Instance is not DicomInstance instance)
        {
            log.Add(StudyReasons.NoImage, DicomInstance.LocationOf(source, entry), null, "It is a DICOM file without pixels");
        }
        else if (instance.SopInstanceUid.Length > 0 && !seen.Add(InstanceKey.Of(instance)))
        {
            log.Add(
                StudyReasons.InstanceRepeated, instance.Location, null, $"Another file holds the instance {instance.SopInstanceUid}, too");
        }
        else
        {
            found.Add(instance);
        }
    }

    /// <summary>Identifies an image. Different images with the same UID by mistake (DQ401) have different positions.</summary>
    private readonly record struct InstanceKey(string Uid, string Study, string Series, int? Number, float? Position)
    {
        public static InstanceKey Of(DicomInstance instance) =>
            new(instance.SopInstanceUid, instance.StudyInstanceUid, instance.SeriesInstanceUid, instance.InstanceNumber, instance.Position);
    }

    /// <summary>Represents the result of reading a file.</summary>
    private readonly record struct Finding(bool IsDicom, DicomInstance? Instance, string? Problem);
}
