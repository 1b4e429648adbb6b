using DeepQDataset.Building.Content;
using DeepQDataset.Labels;
using DeepQDataset.Layout;

namespace DeepQDataset.Building.Planning;

/// <summary>Plans the archive of labels: finds their images, names them, and completes label.csv.</summary>
internal static class LabelPlanner
{
    private const string Folder = FixedNames.ImageFolder + "/";

    /// <summary>Plans it.</summary>
    public static ArchivePlan Plan(LabelSet labels, string? imageFolder, ImageArrangement arrangement, CancellationToken cancellation)
    {
        if (labels.Images.Count == 0)
        {
            throw new DatasetException("NoLabels", DatasetErrorKind.InvalidData,
                "No label came in, so there is no image to put into an archive.");
        }

        ImageResolver resolver = new(imageFolder, cancellation);
        try
        {
            return Plan(labels, resolver, arrangement, cancellation);
        }
        catch
        {
            resolver.Dispose();
            throw;
        }
    }

    private static ArchivePlan Plan(LabelSet labels, ImageResolver resolver, ImageArrangement arrangement, CancellationToken cancellation)
    {
        ResolvedImage[] found = resolver.Resolve(labels.Images);

        // Labels may name one file in two ways, with its extension and without: it is one image all the same.
        int[] fileOf = DistinctFiles(found, out List<ResolvedImage> files);
        List<PlannedEntry> entries = new(files.Count + 1);
        List<DqRename> renames = [];
        long count;
        if (arrangement == ImageArrangement.Classes)
        {
            string[] folders = ClassArrangement.FoldersOf(labels, fileOf, files.Count);
            string[] names = ClassArrangement.NamesFor(files, folders);
            AddImages(files, names, index => $"{FixedNames.ClassesFolder}/{folders[index]}/{names[index]}", entries, renames);
            _ = new CompleteLabelRows(labels, Array.ConvertAll(fileOf, file => files[file].Content.Location)); // refuses contradictions
            count = files.Count;
        }
        else
        {
            string[] names = ImageNaming.NamesFor(files, arrangement, Folder.Length);
            AddImages(files, names, index => Folder + names[index], entries, renames);
            cancellation.ThrowIfCancellationRequested();
            count = AddLabelFile(labels, files, Array.ConvertAll(fileOf, file => names[file]), entries);
        }

        return new ArchivePlan(entries, resolver.Opened)
        {
            Labels = count,
            Renames = new DqRenameCollection(renames.OrderBy(rename => rename.NewName, StringComparer.Ordinal)),
            SourceFiles = files.Select(file => file.Content.HoldingFile).OfType<string>().Concat(resolver.Zips).ToHashSet(StringComparer.Ordinal),
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

    /// <summary>Adds label.csv where there are labels.</summary>
    /// <returns>How many rows it has.</returns>
    private static long AddLabelFile(LabelSet labels, List<ResolvedImage> files, string[] nameOfImage, List<PlannedEntry> entries)
    {
        // As the guide's figures print them (2.2): without extension, which is clear since no two names share a stem.
        CompleteLabelRows rows = new(labels, Array.ConvertAll(nameOfImage, static name => name[..ImageFileNames.StemLength(name)]));
        if (rows.Count > 0)
        {
            DateTime? newest = files.Max(file => file.Content.LastWriteTimeUtc);
            entries.Add(new PlannedEntry(
                FixedNames.LabelFile,
                new GeneratedContent(FixedNames.LabelFile, newest, (stream, token) => LabelFileWriter.Write(stream, rows.Rows(token))),
                IsImage: false));
        }

        return rows.Count;
    }

    /// <summary>Puts images together that are one file.</summary>
    /// <returns>The number of each image's file.</returns>
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

    /// <summary>A name that only got the extension of its file was not changed.</summary>
    private static bool IsRenamed(string before, string after) => !after.StartsWith(before, StringComparison.Ordinal)
        || (after.Length > before.Length && !string.Equals(after[before.Length..],
            ImageExtension.SpellingOf(ImageExtension.FormatOf(after)), StringComparison.Ordinal));
}
