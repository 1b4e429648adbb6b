using DeepQDataset.Sources;
using DeepQDataset.Text;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.MaskImages;

/// <summary>
/// Turns PNG files whose pixels are classes, or one file a class, into labels with masks. One image's masks are held at a time, packed.
/// </summary>
public static class MaskImageConverter
{
    private static readonly string[] ImageFolders = ["images", "image"];

    /// <summary>
    /// Emits a label for each class of each image, in the order of the masks' paths; for an image whose masks are empty one that says that
    /// it holds nothing; one with Class null for an image without a mask, or of whose masks nothing came over.
    /// </summary>
    /// <param name="fullPath">A rooted path: a folder or zip that holds masks, or one mask.</param>
    /// <param name="options">What is wanted. Without an image folder, <c>images</c> or <c>image</c> beside the masks is it.</param>
    /// <param name="log">Told of what could not be carried over.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">There is no mask, or no folder with images.</exception>
    /// <exception cref="FileNotFoundException">There is neither a folder nor a file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
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
                $"There is no folder 'images' beside '{folder}': say with {Remedy.Of(RemedyAction.GiveImageFolder)} where the images of the masks lie.", fullPath);
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
                log.Add(ConversionReasons.ImageAmbiguous, path, null, $"'{image}' may be any of {search.Candidates} files");
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
                unmasked.MarkAnnotated(); // nobody says that it holds nothing
                sets.Add(new MaskImageSet(unmasked, path));
            }
        }
    }
}
