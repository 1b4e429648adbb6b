using DeepQDataset.Building.Content;
using DeepQDataset.Inventory;
using DeepQDataset.LabelMe;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Building.Planning;

/// <summary>Plans the archive of an existing dataset.</summary>
internal static class DatasetPlanner
{
    /// <summary>Creates the plan.</summary>
    public static ArchivePlan Plan(
        IDatasetSource source, DatasetInventory inventory, Func<string, bool> isExcluded, int threads, CancellationToken cancellation)
    {
        int enclosing = inventory.EnclosingFolder.Length == 0 ? 0 : inventory.EnclosingFolder.Length + 1;
        bool StaysOut(SourceEntry entry) => isExcluded(entry.Path[enclosing..]);
        List<SourceEntry> leftOut = [.. inventory.StrayFiles, .. inventory.SystemFiles];
        List<ImageEntry> images = new(inventory.Images.Count);
        foreach (ImageEntry image in inventory.Images)
        {
            if (StaysOut(image.Entry))
            {
                leftOut.Add(image.Entry);
            }
            else
            {
                images.Add(image);
            }
        }

        SourceEntry? labelFile = inventory.LabelFile is { } file && !StaysOut(file) ? file : null;
        string[] names = images.Select(image => image.Path[enclosing..]).ToArray();
        List<DqRename> renames = [];
        if (inventory.Layout == DqLayout.ClassFolders)
        {
            MakeFileNamesUnique(source, images, names, renames);
        }

        cancellation.ThrowIfCancellationRequested();
        List<PlannedEntry> entries = new(names.Length + 1);
        for (int index = 0; index < names.Length; index++)
        {
            entries.Add(new PlannedEntry(names[index], new SourceContent(source, images[index].Entry), IsImage: true));
        }

        foreach (SourceEntry other in inventory.LabelFile is null
            ? inventory.LabelMeFiles
            : inventory.LabelMeFiles.Append(inventory.LabelFile))
        {
            if (StaysOut(other))
            {
                leftOut.Add(other);
            }
            else
            {
                entries.Add(new PlannedEntry(other.Path[enclosing..], new SourceContent(source, other), IsImage: false));
            }
        }

        long labelsInFiles = 0;
        long imagesInFiles = inventory.Layout == DqLayout.LabelMe
            ? CountLabelMe(source, inventory, StaysOut, threads, out labelsInFiles, cancellation)
            : 0;
        return new ArchivePlan(entries)
        {
            Images = images.Count + imagesInFiles,
            Labels = inventory.Layout == DqLayout.LabelMe ? labelsInFiles
                : labelFile is null ? images.Count(image => image.Class is not null)
                : CountLabels(source, labelFile, inventory, StaysOut, cancellation),
            Renames = new DqRenameCollection(renames.OrderBy(rename => rename.NewName, StringComparer.Ordinal)),
            LeftOut = new DqStringList(leftOut.Select(left => left.Path).Order(StringComparer.Ordinal)),
            SourceFolders = source.Folders,
            SourceFiles = new HashSet<string>(StringComparer.Ordinal) { source.FullPath },
        };
    }

    private static void MakeFileNamesUnique(IDatasetSource source, List<ImageEntry> images, string[] names, List<DqRename> renames)
    {
        // The name of a class folder is the class and must not change, so only file names are made unique, across all folders.
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

    private static long CountLabels(
        IDatasetSource source, SourceEntry labelFile, DatasetInventory inventory, Func<SourceEntry, bool> isLeftOut,
        CancellationToken cancellation)
    {
        using Stream stream = source.Open(labelFile);
        LabelTable table = LabelFileReader.Read(stream, report: null, cancellation).Table;
        ImageNameIndex? index = inventory.Images.Any(image => isLeftOut(image.Entry)) ? new ImageNameIndex(inventory.Images) : null;
        foreach (string name in index is null ? [] : table.ImageNames)
        {
            cancellation.ThrowIfCancellationRequested();
            ImageMatch match = index!.FindMeant(name);
            if (match.Kind != ImageMatchKind.Missing && isLeftOut(inventory.Images[match.Image].Entry))
            {
                throw new DatasetException(
                    "ExcludedImageHasLabels",
                    DatasetErrorKind.InvalidData,
                    $"'{inventory.Images[match.Image].Path}' is excluded, but label.csv names it. "
                    + $"Leave out its labels, too: {Remedy.Of(RemedyAction.BuildOfSomeLabels)}.",
                    inventory.Images[match.Image].Path);
            }
        }

        return table.Count + table.Negatives.Count;
    }

    /// <summary>
    /// Counts the images inside the LabelMe files to archive, and their labels. A file whose image is not archived is left out, too.
    /// </summary>
    private static long CountLabelMe(
        IDatasetSource source, DatasetInventory inventory, Func<SourceEntry, bool> isLeftOut, int threads, out long labels,
        CancellationToken cancellation)
    {
        LabelMeDataset dataset = LabelMeDataset.Read(source, inventory, threads, verifies: false, progress: null, cancellation);
        foreach (LabelMeEntry file in dataset.Files)
        {
            if (file.Image >= 0 && isLeftOut(dataset.Inventory.Images[file.Image].Entry) && !isLeftOut(file.Entry))
            {
                throw new DatasetException(
                    "ExcludedImageHasLabels",
                    DatasetErrorKind.InvalidData,
                    $"'{dataset.Inventory.Images[file.Image].Path}' is excluded, but '{file.Entry.Path}' names it. Leave that out, too.",
                    dataset.Inventory.Images[file.Image].Path);
            }
        }

        labels = LabelMeLabels.Count(dataset, file => !isLeftOut(file.Entry));
        return dataset.Files.Count(file => file.Match == LabelMeImageMatch.Embedded && !isLeftOut(file.Entry));
    }
}
