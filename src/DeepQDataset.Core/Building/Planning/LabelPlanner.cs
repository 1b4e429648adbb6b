using DeepQDataset.Building.Content;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Labels;
using DeepQDataset.Layout;

namespace DeepQDataset.Building.Planning;

/// <summary>Plans the archive of labels: finds their images, names them, and completes label.csv.</summary>
internal static class LabelPlanner
{
    private const string Folder = FixedNames.ImageFolder + "/";

    /// <summary>Creates the plan.</summary>
    public static ArchivePlan Plan(LabelSet labels, string? imageFolder, LabelPlanOptions options, CancellationToken cancellation)
    {
        if (labels.Images.Count == 0)
        {
            throw new DatasetException("NoLabels", DatasetErrorKind.InvalidData,
                "There was no label, so there is no image to put into an archive.");
        }

        ImageResolver resolver = new(imageFolder, options.ThrottleLimit, cancellation);
        try
        {
            return Plan(labels, resolver, options, cancellation);
        }
        catch
        {
            resolver.Dispose();
            throw;
        }
    }

    private static ArchivePlan Plan(LabelSet labels, ImageResolver resolver, LabelPlanOptions options, CancellationToken cancellation)
    {
        ResolvedImage[] found = resolver.Resolve(labels.Images);

        // Labels may name the same file with and without extension.
        int[] fileOf = DistinctFiles(found, out List<ResolvedImage> files);
        List<PlannedEntry> entries = new(files.Count + 1);
        List<DqRename> renames = [];
        long count;
        long negativesLeftOut = 0;
        if (options.Arrangement == ImageArrangement.Classes)
        {
            string[] folders = ClassArrangement.FoldersOf(labels, fileOf, files.Count);
            string[] names = ClassArrangement.NamesFor(files, folders);
            AddImages(files, names, index => $"{FixedNames.ClassesFolder}/{folders[index]}/{names[index]}", entries, renames);
            CompleteLabelRows.RefuseContradictions(labels, Array.ConvertAll(fileOf, file => files[file].Content.Location));
            count = files.Count;
        }
        else
        {
            string folder = options.ImagesAtRoot ? "" : Folder;
            string[] names = ImageNaming.NamesFor(files, options.Arrangement, folder.Length);
            AddImages(files, names, index => folder + names[index], entries, renames);
            cancellation.ThrowIfCancellationRequested();
            LabelForm form = LabelForms.Choose(labels, fileOf, options);
            RefuseEmptyClassNames(labels, options.Platform);
            CompleteLabelRows rows = new(
                labels,
                Array.ConvertAll(fileOf, file => NameInLabels(names[file], options.NameForm)),
                form,
                image => SizeOf(files[fileOf[image]]));
            AddLabelFile(rows, form, files, entries);
            count = rows.Count;
            negativesLeftOut = rows.NegativesLeftOut;
        }

        return new ArchivePlan(entries, resolver.Opened)
        {
            Labels = count,
            NegativesLeftOut = negativesLeftOut,
            Renames = new DqRenameCollection(renames.OrderBy(rename => rename.NewName, StringComparer.Ordinal)),
            SourceFiles = files
                .Select(file => file.Content.HoldingFile)
                .OfType<string>()
                .Concat(resolver.Zips)
                .ToHashSet(StringComparer.Ordinal),
        };
    }

    private static void AddImages(
        List<ResolvedImage> files, string[] names, Func<int, string> pathOf, List<PlannedEntry> entries, List<DqRename> renames)
    {
        for (int index = 0; index < names.Length; index++)
        {
            entries.Add(new PlannedEntry(pathOf(index), files[index].Content, IsImage: true));
            if (IsRenamed(files[index].Name, names[index]))
            {
                renames.Add(new DqRename { Source = files[index].Content.Location, OldName = files[index].Name, NewName = names[index] });
            }
        }
    }

    /// <summary>Returns the name of an image in label.csv.</summary>
    private static string NameInLabels(string name, LabelNameForm form) =>
        form == LabelNameForm.Stem ? name[..ImageFileNames.StemLength(name)] : name;

    /// <summary>Throws an exception for classes that edition 3.0 reads as missing values: it would drop their lines (DQ529).</summary>
    private static void RefuseEmptyClassNames(LabelSet labels, DqPlatform platform)
    {
        if (platform == DqPlatform.Edition30 && labels.Classes.FirstOrDefault(EmptyClassNames.Contains) is string name)
        {
            throw new DatasetException(
                "ClassReadAsEmpty",
                DatasetErrorKind.InvalidData,
                $"The platform's reader reads the class '{name}' as a missing value, and its labels would be lost. Rename the class.",
                name);
        }
    }

    /// <summary>Returns the size of an image in pixels, after orientation.</summary>
    private static (int Width, int Height) SizeOf(ResolvedImage image)
    {
        using Stream stream = image.Content.Open();
        using ForwardReader reader = new();
        reader.Reset(stream, image.Content.Length ?? 0);
        return ImageProbe.Probe(reader).Header?.UprightSize ?? throw new DatasetException(
            "ImageSizeUnknown", DatasetErrorKind.InvalidData,
            $"The size of '{image.Content.Location}' cannot be read, and its mask needs it.", image.Content.Location);
    }

    /// <summary>Adds label.csv if there are labels.</summary>
    private static void AddLabelFile(CompleteLabelRows rows, LabelForm form, List<ResolvedImage> files, List<PlannedEntry> entries)
    {
        if (rows.Count > 0)
        {
            DateTime? newest = files.Max(file => file.Content.LastWriteTimeUtc);
            entries.Add(
                new PlannedEntry(
                    FixedNames.LabelFile,
                    new GeneratedContent(FixedNames.LabelFile, newest, (stream, token) =>
                        LabelFileWriter.Write(stream, rows.Rows(token), form)),
                    IsImage: false));
        }
    }

    /// <summary>Groups the images that are the same file.</summary>
    /// <returns>The index of the file of each image.</returns>
    internal static int[] DistinctFiles(ResolvedImage[] found, out List<ResolvedImage> files)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] fileOf = new int[found.Length];
        files = new List<ResolvedImage>(found.Length);
        for (int index = 0; index < found.Length; index++)
        {
            string location = found[index].Content.Location;
            if (!numbers.TryGetValue(location, out fileOf[index]))
            {
                fileOf[index] = files.Count;
                numbers.Add(location, files.Count);
                files.Add(found[index]);
            }
        }

        return fileOf;
    }

    /// <summary>Determines whether a name has changed. A name that only got the extension of its file has not.</summary>
    private static bool IsRenamed(string before, string after) => !after.StartsWith(before, StringComparison.Ordinal)
        || (after.Length > before.Length && !string.Equals(after[before.Length..],
            ImageExtension.SpellingOf(ImageExtension.FormatOf(after)), StringComparison.Ordinal));
}
