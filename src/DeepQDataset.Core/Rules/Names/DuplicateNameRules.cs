using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Names;

/// <summary>Checks DQ201, DQ202, DQ206 and DQ209: names that several images or folders share.</summary>
internal sealed class DuplicateNameRules : IRuleFamily
{
    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        CheckSameName(context);
        CheckCase(context);
        CheckStems(context);
    }

    private static void CheckSameName(ValidationContext context)
    {
        DatasetInventory inventory = context.Inventory;
        bool isClasses = inventory.Layout == DqLayout.ClassFolders;
        if (!inventory.Folders.Any(static folder => !folder.IsPrescribed && folder.Images > 0))
        {
            return; // All images are in one folder.
        }

        PathGroups names = new(PathComparers.FileName, inventory.Images.Count);
        foreach (ImageEntry image in inventory.Images)
        {
            if (isClasses || !IsInSeries(inventory.Layout, image))
            {
                names.Add(image.Path);
            }
        }

        foreach (List<string> group in names.Groups)
        {
            string name = EntryPath.FileName(group[0]);
            context.Issues.Report(
                isClasses ? RuleCatalog.DuplicateFileNameAcrossClasses : RuleCatalog.DuplicateFileName,
                group[0],
                $"The file name {NameText.Quote(name)} occurs in {group.Count} folders: "
                + $"{NameText.QuoteAll(group.ConvertAll(EntryPath.Folder))}.",
                subject: name,
                count: group.Count);
        }
    }

    // Names may repeat in different series; a folder that is not a study (DQ107) does not allow that.
    private static bool IsInSeries(DqLayout layout, ImageEntry image) => layout == DqLayout.Free
        ? SeriesName.IsValid(EntryPath.FileName(EntryPath.Folder(image.LabelName)))
        : image.LabelName.AsSpan().Count('/') >= 2;

    private static void CheckCase(ValidationContext context)
    {
        PathGroups folders = new(PathComparers.NameIgnoringCase, context.Inventory.Folders.Count);
        foreach (LayoutFolder folder in context.Inventory.Folders)
        {
            if (!folder.IsPrescribed)
            {
                folders.Add(folder.Path);
            }
        }

        PathGroups images = new(PathComparers.NameIgnoringCase, context.Inventory.Images.Count);
        foreach (ImageEntry image in context.Inventory.Images)
        {
            images.Add(image.Path);
        }

        ReportCase(context, folders, "folders");
        ReportCase(context, images, "images");
    }

    private static void ReportCase(ValidationContext context, PathGroups groups, string kind)
    {
        foreach (List<string> group in groups.Groups)
        {
            context.Issues.Report(
                RuleCatalog.NamesDifferByCase,
                group[0],
                $"The names of {group.Count} {kind} differ only by case: {NameText.QuoteAll(group.ConvertAll(EntryPath.FileName))}.",
                subject: EntryPath.FileName(group[0]).ToLowerInvariant(),
                count: group.Count);
        }
    }

    private static void CheckStems(ValidationContext context)
    {
        IReadOnlyList<ImageEntry> images = context.Inventory.Images;
        if (!HaveSeveralExtensions(images))
        {
            return;
        }

        PathGroups stems = new(PathComparers.Stem, images.Count);
        Dictionary<string, int> indices = new(StringComparer.Ordinal);
        foreach (ImageEntry image in images)
        {
            stems.Add(image.Path);
        }

        if (stems.Groups.Count == 0)
        {
            return;
        }

        for (int index = 0; index < images.Count; index++)
        {
            indices[images[index].Path] = index;
        }

        foreach (List<string> group in stems.Groups)
        {
            string labelName = images[indices[group[0]]].LabelName;
            string stem = labelName[..ImageFileNames.StemLength(labelName)];
            if (context.References?.IsAmbiguous(indices[group[0]]) == true
                || group.TrueForAll(path => path.Equals(group[0], StringComparison.OrdinalIgnoreCase)))
            {
                continue; // DQ514 or DQ206 reports them.
            }

            context.Issues.Report(
                RuleCatalog.SharedStem,
                group[0],
                $"{group.Count} images differ only by their extension: {NameText.QuoteAll(group.ConvertAll(EntryPath.FileName))}.",
                subject: stem,
                count: group.Count);
        }
    }

    /// <summary>
    /// Determines whether the images have more than one extension, case-sensitively; otherwise no two names can differ only by extension.
    /// </summary>
    private static bool HaveSeveralExtensions(IReadOnlyList<ImageEntry> images)
    {
        ReadOnlySpan<char> extension = [];
        for (int index = 0; index < images.Count; index++)
        {
            string path = images[index].Path;
            ReadOnlySpan<char> own = path.AsSpan(ImageFileNames.StemLength(path));
            if (index > 0 && !own.SequenceEqual(extension))
            {
                return true;
            }

            extension = own;
        }

        return false;
    }
}
