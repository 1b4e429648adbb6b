using System.Text;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Labels;
using DeepQDataset.Masks;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Export;

/// <summary>Represents the image files of labels, with their labels and, on request, their sizes.</summary>
internal sealed class ExportImages : IDisposable
{
    private readonly ImageResolver _resolver;
    private readonly bool[] _isEmpty;
    private readonly int[] _starts;
    private readonly int[] _order;
    private readonly ConversionLog _log;

    /// <summary>Finds the files.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageFolder">The folder with the images of labels that have no SourcePath; null if every label has one.</param>
    /// <param name="threads">The number of threads that read LabelMe files.</param>
    /// <param name="log">Receives images that tools may not read.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">There is no label, an image cannot be found, or labels contradict each other.</exception>
    public ExportImages(LabelSet labels, string? imageFolder, int threads, ConversionLog log, CancellationToken cancellation)
    {
        if (labels.Images.Count == 0)
        {
            throw new DatasetException("NoLabels", DatasetErrorKind.InvalidData, "There was no label, so there is no image to write.");
        }

        Labels = labels;
        _log = log;
        _resolver = new ImageResolver(imageFolder, threads, cancellation);
        try
        {
            FileOf = LabelPlanner.DistinctFiles(_resolver.Resolve(labels.Images), out List<ResolvedImage> files);
            Files = files;
            _isEmpty = new bool[files.Count];
            foreach (LabelReference reference in labels.References)
            {
                _isEmpty[FileOf[reference.Image]] |= reference.Class == LabelReference.Nothing;
            }

            (_starts, _order) = ByFile(labels, FileOf, files.Count);
            CompleteLabelRows.RefuseContradictions(labels, Array.ConvertAll(FileOf, file => files[file].Content.Location));
        }
        catch
        {
            _resolver.Dispose();
            throw;
        }

        foreach (ResolvedImage file in Files)
        {
            if (file.Format == DqImageFormat.Dicom)
            {
                log.Add(ExportReasons.DicomImages, file.Content.Location, null, "the image is DICOM");
            }
        }
    }

    /// <summary>Gets the labels.</summary>
    public LabelSet Labels { get; }

    /// <summary>Gets the files in the order of their first label.</summary>
    public IReadOnlyList<ResolvedImage> Files { get; }

    /// <summary>Gets the index of the file of each image.</summary>
    public int[] FileOf { get; }

    /// <summary>Gets the sources, which must stay open while images are read.</summary>
    public IReadOnlyList<IDisposable> Opened => _resolver.Opened;

    /// <summary>Gets the paths of the files that are read, including zips.</summary>
    public IReadOnlySet<string> SourceFiles => Files.Select(file => file.Content.HoldingFile).OfType<string>().Concat(_resolver.Zips)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Returns the labels of a file that have a class, in input order.</summary>
    public IEnumerable<LabelReference> LabelsOf(int file)
    {
        for (int index = _starts[file]; index < _starts[file + 1]; index++)
        {
            yield return Labels.References[_order[index]];
        }
    }

    /// <summary>Determines whether a file has labels with a class.</summary>
    public bool IsLabelled(int file) => _starts[file + 1] > _starts[file];

    /// <summary>Determines whether a file is labelled as empty.</summary>
    public bool IsEmpty(int file) => _isEmpty[file];

    /// <summary>Reads the sizes of images from their headers.</summary>
    /// <param name="isAsked">Determines whether the size of a file is needed.</param>
    /// <param name="threads">The number of threads; at least 1.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>The sizes; null for a file whose size is not needed, or cannot be read, which is reported.</returns>
    public ImageSize?[] Measure(Func<int, bool> isAsked, int threads, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        (ImageSize? Size, string? Problem)[] found = new (ImageSize?, string?)[Files.Count];
        ProgressCounter done = ProgressCounter.OfItems(progress, "Reading image headers", found.Length, "images");
        ParallelWork.Run(
            found.Length,
            threads,
            static () => new ForwardReader(),
            (index, reader) =>
            {
                found[index] = isAsked(index) ? Measure(Files[index].Content, reader, cancellation) : default;
                done.Advance();
            },
            cancellation);
        for (int index = 0; index < found.Length; index++)
        {
            if (found[index].Problem is string problem)
            {
                _log.Add(ExportReasons.ImageUnmeasured, Files[index].Content.Location, null, problem);
            }
        }

        return Array.ConvertAll(found, static item => item.Size);
    }

    /// <summary>Returns the box of a label.</summary>
    public BoundingBox BoxOf(in LabelReference reference)
    {
        DqLabel label = Labels.Labels[reference.Label];
        return new BoundingBox(label.X!.Value, label.Y!.Value, label.Width!.Value, label.Height!.Value);
    }

    /// <summary>Returns the non-empty masks of a file, merged by class.</summary>
    /// <exception cref="DatasetException">The masks of one image differ in size.</exception>
    public IEnumerable<(int Class, MaskBuilder Mask)> MasksOf(int file)
    {
        SortedDictionary<int, MaskBuilder> masks = [];
        foreach (LabelReference reference in Labels.Task == DqTask.Segmentation ? LabelsOf(file) : [])
        {
            DqLabel label = Labels.Labels[reference.Label];
            (int width, int height) = (label.MaskWidth!.Value, label.MaskHeight!.Value);
            MaskText.TryDecode(Encoding.UTF8.GetBytes(label.Mask!), width, height, out byte[]? packed); // checked when the label was added
            if (!masks.TryGetValue(reference.Class, out MaskBuilder? mask))
            {
                masks.Add(reference.Class, new MaskBuilder(width, height, packed));
            }
            else if (mask.Width == width && mask.Height == height)
            {
                mask.Join(packed);
            }
            else
            {
                throw new DatasetException(
                    "ContradictingLabels", DatasetErrorKind.InvalidData, $"The masks of '{label.Image}' differ in size.", label.Image);
            }
        }

        return masks.Where(static item => item.Value.Count() > 0).Select(static item => (item.Key, item.Value));
    }

    /// <inheritdoc/>
    public void Dispose() => _resolver.Dispose();

    private static (ImageSize?, string?) Measure(StoredContent content, ForwardReader reader, CancellationToken cancellation)
    {
        try
        {
            using Stream stream = content.Open();
            reader.Reset(stream, content.Length ?? 0, cancellation: cancellation);
            ImageProbeResult result = ImageProbe.Probe(reader);
            return result.Header is { Width: > 0, Height: > 0 } header
                ? (new ImageSize(header.Width, header.Height), null)
                : (null, result.Problem?.Detail ?? "the header holds no size");
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return (null, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>Groups labels by file with a stable counting sort. Returns the start of each file's labels and their order.</summary>
    private static (int[] Starts, int[] Order) ByFile(LabelSet labels, int[] fileOf, int files)
    {
        int[] starts = new int[files + 1];
        foreach (LabelReference reference in labels.References)
        {
            starts[fileOf[reference.Image] + 1] += reference.Class >= 0 ? 1 : 0;
        }

        for (int file = 0; file < files; file++)
        {
            starts[file + 1] += starts[file];
        }

        int[] next = starts[..files];
        int[] order = new int[starts[files]];
        for (int index = 0; index < labels.References.Count; index++)
        {
            LabelReference reference = labels.References[index];
            if (reference.Class >= 0)
            {
                order[next[fileOf[reference.Image]]++] = index;
            }
        }

        return (starts, order);
    }
}
