using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Sources;

namespace DeepQDataset.Building;

/// <summary>Plans the archive of a dataset that is there already.</summary>
internal static class DatasetPlanner
{
    /// <summary>Plans it.</summary>
    public static ArchivePlan Plan(IDatasetSource source, DatasetInventory inventory, CancellationToken cancellation)
    {
        int enclosing = inventory.EnclosingFolder.Length == 0 ? 0 : inventory.EnclosingFolder.Length + 1;
        string[] names = inventory.Images.Select(image => image.Path[enclosing..]).ToArray();
        List<DqRename> renames = [];
        if (inventory.Layout == DqLayout.ClassFolders)
        {
            MakeFileNamesUnique(source, inventory.Images, names, renames);
        }

        cancellation.ThrowIfCancellationRequested();
        List<PlannedEntry> entries = new(names.Length + 1);
        for (int index = 0; index < names.Length; index++)
        {
            entries.Add(new PlannedEntry(names[index], new SourceContent(source, inventory.Images[index].Entry), IsImage: true));
        }

        IEnumerable<SourceEntry> others = inventory.LabelFile is null ? inventory.LabelMeFiles : inventory.LabelMeFiles.Append(inventory.LabelFile);
        entries.AddRange(others.Select(other => new PlannedEntry(other.Path[enclosing..], new SourceContent(source, other), IsImage: false)));
        return new ArchivePlan(entries)
        {
            Labels = CountLabels(source, inventory, cancellation),
            Renames = new DqRenameCollection(renames.OrderBy(rename => rename.NewName, StringComparer.Ordinal)),
            LeftOut = new DqStringList(inventory.StrayFiles.Concat(inventory.SystemFiles).Select(file => file.Path).Order(StringComparer.Ordinal)),
            SourceFolders = FoldersOf(source),
            SourceFiles = new HashSet<string>(StringComparer.Ordinal) { source.FullPath },
        };
    }

    private static void MakeFileNamesUnique(IDatasetSource source, IReadOnlyList<ImageEntry> images, string[] names, List<DqRename> renames)
    {
        // A class folder's name is the class and stays as it is: only file names are made unique, in whatever folders they lie.
        string[] fileNames = images.Select(image => image.FileName).ToArray();
        int longestFolder = names.Length == 0 ? 0 : names.Max(name => name.LastIndexOf('/') + 1);
        string[] unique = ImageNamer.MakeUnique(fileNames, static _ => true, longestFolder);
        for (int index = 0; index < names.Length; index++)
        {
            if (string.Equals(unique[index], fileNames[index], StringComparison.Ordinal))
            {
                continue;
            }

            names[index] = EntryPath.Combine(EntryPath.Folder(names[index]), unique[index]);
            renames.Add(new DqRename
            {
                Source = new SourceContent(source, images[index].Entry).Location,
                OldName = fileNames[index],
                NewName = unique[index],
            });
        }
    }

    /// <summary>The folder; of one that stands for its <c>image</c> or <c>Classes</c> alone, just these.</summary>
    private static string[] FoldersOf(IDatasetSource source) => source switch
    {
        FolderSource { IsWhole: false } => source.Entries
            .Where(static entry => entry.IsFolder && !entry.Path.Contains('/', StringComparison.Ordinal))
            .Select(entry => Path.Join(source.FullPath, entry.Path))
            .ToArray(),
        { Kind: SourceKind.Folder } => [source.FullPath],
        _ => [],
    };

    private static long CountLabels(IDatasetSource source, DatasetInventory inventory, CancellationToken cancellation)
    {
        if (inventory.Layout == DqLayout.ClassFolders)
        {
            return inventory.Images.Count(image => image.Class is not null);
        }

        if (inventory.LabelFile is null)
        {
            return 0;
        }

        using Stream stream = source.Open(inventory.LabelFile);
        return LabelFileReader.Read(stream, report: null, cancellation).Rows.Count;
    }
}
