using DeepQDataset.Sources;
using DeepQDataset.Text;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.MaskImages;

/// <summary>
/// Converts PNG masks into labels with masks. Either pixel values are classes, or each file is the mask of one class. The masks of one
/// image at a time are in memory, packed.
/// </summary>
public static class MaskImageConverter
{
    private static readonly string[] ImageFolders = ["images", "image"];

    /// <summary>
    /// Returns a label for each class of each image, in path order of the masks. An image with empty masks gets one that states that it is
    /// empty; one without a mask, or for which nothing could be converted, gets one with Class null.
    /// </summary>
    /// <param name="fullPath">The rooted path of a folder or zip with masks, or of one mask.</param>
    /// <param name="options">The options. If there is no image folder, <c>images</c> or <c>image</c> beside the masks is used.</param>
    /// <param name="log">Receives losses.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">There is no mask, or no folder with images.</exception>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IEnumerable<DqLabel> Convert(
        string fullPath, MaskImageOptions options, ConversionLog log, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        return Labels(fullPath, options, log, progress, cancellation);
    }

    private static IEnumerable<DqLabel> Labels(
        string fullPath, MaskImageOptions options, ConversionLog log, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        using AnnotationSource source = AnnotationSource.Open(fullPath, options.ImageFolder ?? FolderBeside(fullPath), cancellation);
        SourceEntry[] masks = [.. source.Files(".png")];
        if (masks.Length == 0)
        {
            throw new DatasetException("NoMasks", DatasetErrorKind.InvalidData, $"There is no mask (PNG) in '{fullPath}'.", fullPath);
        }

        ConvertedImageFinder finder = new(source.Images, log);
        List<MaskImageSet> sets = Group(source, masks, options, finder, log, cancellation);
        AddUnmasked(source, sets, finder, log);
        finder.AssignNames();
        using ImageHeaders headers = new(log);
        using MaskImageReader reader = new(source, options, headers, log, cancellation);
        for (int index = 0; index < sets.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (DqLabel label in reader.LabelsOf(sets[index]))
            {
                yield return label;
            }

            progress?.Report(new WorkProgress("Converting masks", index + 1, sets.Count, "images"));
        }
    }

    private static string FolderBeside(string fullPath)
    {
        string folder = File.Exists(fullPath) && fullPath.EndsWith(".png", StringComparison.OrdinalIgnoreCase)
            ? Path.GetDirectoryName(fullPath)! : fullPath;
        string above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? folder;
        return Array.ConvertAll(ImageFolders, name => Path.Join(above, name)).FirstOrDefault(Directory.Exists)
            ?? throw new DatasetException(
                "ImageFolderNotGiven", DatasetErrorKind.InvalidArgument,
                $"There is no folder 'images' beside '{folder}': specify {Remedy.Of(RemedyAction.GiveImageFolder)} where the "
                + $"images of the masks lie.", fullPath);
    }

    private static List<MaskImageSet> Group(
        AnnotationSource source, SourceEntry[] masks, MaskImageOptions options, ConvertedImageFinder finder, ConversionLog log,
        CancellationToken cancellation)
    {
        MaskImageNames names = new(source.Images);
        MaskImageForm form = options.Form != MaskImageForm.Automatic ? options.Form
            : options.Classes is not null ? MaskImageForm.Values
            : names.FormOf(masks);
        log.Note($"The masks of '{source.Source.FullPath}' are read in the form {form}.");
        List<MaskImageSet> sets = [];
        Dictionary<SourceEntry, MaskImageSet?> byImage = new(ReferenceEqualityComparer.Instance);
        foreach (SourceEntry mask in masks)
        {
            cancellation.ThrowIfCancellationRequested();
            string path = source.PathOf(mask);
            if (names.Parse(mask, form) is not (string image, _) parsed)
            {
                log.Add(MaskReasons.MaskWithoutImage, path, null, form == MaskImageForm.Values
                    ? $"no image is called '{EntryPath.Stem(mask.Path)}'" : $"'{mask.Path}' names no image and class");
                continue;
            }

            ImageSearch search = source.Images.Find(image, EntryPath.Folder(mask.Path));
            if (search.Image is not LocatedImage located)
            {
                log.Add(ConversionReasons.ImageAmbiguous, path, null, $"'{image}' matches {search.Candidates} files");
                continue;
            }

            if (!byImage.TryGetValue(located.Entry, out MaskImageSet? set))
            {
                ConvertedImage? converted = finder.Add(located.Entry.Path, located, path, null);
                set = converted is null ? null : new MaskImageSet(converted, path);
                byImage.Add(located.Entry, set);
                sets.AddRange(set is null ? [] : [set]);
            }

            set?.Masks.Add((mask, parsed.Class));
        }

        return sets;
    }

    private static void AddUnmasked(AnnotationSource source, List<MaskImageSet> sets, ConvertedImageFinder finder, ConversionLog log)
    {
        HashSet<SourceEntry> masked = new(sets.Select(static set => set.Image.File!.Entry), ReferenceEqualityComparer.Instance);
        foreach (SourceEntry image in source.File is null ? source.Images.Images : [])
        {
            string path = source.Images.PathOf(image);
            if (!masked.Contains(image)
                && finder.Add(image.Path, new LocatedImage(source.Images.Source, image, IsExact: true), path, null)
                    is ConvertedImage unmasked)
            {
                log.Add(MaskReasons.MaskMissing, path, null, "no mask names it");
                unmasked.MarkAnnotated(); // it is not known to be empty
                sets.Add(new MaskImageSet(unmasked, path));
            }
        }
    }
}
