using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Text;
using Xunit;

namespace DeepQDataset.Core.Tests.Inventory;

/// <summary>Builds inventories of datasets in memory, without a file system.</summary>
internal static class InventoryAssert
{
    /// <summary>
    /// The inventory of files and folders (those end with <c>/</c>), with the folders around them listed as a folder on disk has them.
    /// </summary>
    public static DatasetInventory OfFolder(params string[] paths) => Build(SourceKind.Folder, paths, withFolders: true);

    /// <summary>Returns the inventory of the same as a zip lists it: no folder but those that are given.</summary>
    public static DatasetInventory OfZip(params string[] paths) => Build(SourceKind.Zip, paths, withFolders: false);

    /// <summary>Returns the inventory of files, which must come out the same for a folder and a zip.</summary>
    public static DatasetInventory Of(params string[] paths)
    {
        DatasetInventory folder = OfFolder(paths);
        DatasetInventory zip = OfZip(paths);
        Assert.Equal(Describe(folder), Describe(zip));
        return folder;
    }

    /// <summary>All that an inventory says, as text.</summary>
    public static string Describe(DatasetInventory inventory) => string.Join('\n',
    [
        $"{inventory.Layout} in '{inventory.EnclosingFolder}', studies {inventory.StudyCount}, series {inventory.SeriesCount}",
        $"labels {inventory.LabelFile} surplus {inventory.SurplusLabelFile}",
        .. inventory.Images.Select(image => $"image {image.Path} {image.ExpectedFormat} '{image.LabelName}' "
            + $"{image.Class}|{image.Study}|{image.Series}"),
        .. inventory.Folders.Select(folder => $"folder {folder.Path} {folder.Role} {folder.Images} {folder.AllImages} "
            + $"{folder.AllOtherFiles}"),
        .. inventory.ClassFolders.Select(name => $"class {name}"),
        .. inventory.LabelMeFiles.Select(file => $"json {file}"),
        .. inventory.StrayFiles.Select(file => $"stray {file}"),
        .. inventory.SystemFiles.Select(file => $"system {file}"),
        .. inventory.SystemFolders.Select(folder => $"system {folder}"),
        .. inventory.DicomDirectories.Select(file => $"dicomdir {file}"),
        $"search {string.Join('|', inventory.Search?.Rivals ?? [])} {inventory.Search?.Zips} {inventory.Search?.Images} "
        + $"{inventory.Search?.ImageFolder}",
    ]);

    private static DatasetInventory Build(SourceKind kind, string[] paths, bool withFolders)
    {
        SortedDictionary<string, SourceEntry> entries = new(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            string name = path.TrimEnd('/');
            entries[name] = new SourceEntry(name, 1, isFolder: path.EndsWith('/'), null);
            for (string folder = EntryPath.Folder(name); withFolders && folder.Length > 0; folder = EntryPath.Folder(folder))
            {
                entries[folder] = new SourceEntry(folder, 0, isFolder: true, null);
            }
        }

        using MemorySource source = new(kind, entries.Values.ToArray());
        return InventoryBuilder.Build(source, TestContext.Current.CancellationToken);
    }
}
