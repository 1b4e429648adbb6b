using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Layout;

/// <summary>Checks DQ101 to DQ106 and DQ113: the layout as a whole.</summary>
internal sealed class LayoutRules : IRuleFamily
{
    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Inventory.Search is LayoutSearch search)
        {
            if (!HasOnlyUnusableEntries(context.Source))
            {
                MissingLayout.Report(context, search);
            }

            return;
        }

        CheckFolderNames(context);
        CheckLabelFile(context);
        CheckDepth(context);
        CheckDeepClasses(context);
        CheckMixture(context);
        CheckImages(context);
    }

    /// <summary>Determines whether there is no layout because none of the zip's entries is usable (DQ704, DQ710).</summary>
    private static bool HasOnlyUnusableEntries(IDatasetSource source) => source.Entries.Count == 0 && source.UnusableNames.Any();

    private static void CheckFolderNames(ValidationContext context)
    {
        foreach (LayoutFolder folder in context.Inventory.Folders)
        {
            if (!folder.IsPrescribed || FixedNames.IsExactFolder(folder.Name))
            {
                continue;
            }

            string spelling = folder.Role == LayoutFolderRole.Image ? FixedNames.ImageFolder : FixedNames.ClassesFolder;
            bool hasTwin = context.Inventory.Folders.Any(other =>
                other.IsPrescribed && string.Equals(other.Name, spelling, StringComparison.Ordinal));
            context.Issues.Report(
                RuleCatalog.FolderNameSpelling,
                folder.Path,
                $"The folder '{folder.Name}' must be named '{spelling}', letter for letter.",
                suggestion: hasTwin
                    ? $"Move what is in '{folder.Name}' to '{spelling}' beside it."
                    : $"Rename '{folder.Name}' to '{spelling}'.",
                severities: folder.Role == LayoutFolderRole.Image && context.Inventory.LabelFile is null
                    ? RuleCatalog.FolderNameSpelling.Severities with { Edition30 = DqSeverity.Information }
                    : null);
        }
    }

    private static void CheckLabelFile(ValidationContext context)
    {
        DatasetInventory inventory = context.Inventory;
        if (inventory.LabelFile is not SourceEntry file)
        {
            return;
        }

        string name = EntryPath.FileName(file.Path);
        string folder = EntryPath.Folder(file.Path);
        string right = EntryPath.Combine(inventory.EnclosingFolder, FixedNames.LabelFile);
        bool isNamedRight = string.Equals(name, FixedNames.LabelFile, StringComparison.Ordinal);
        if (!string.Equals(folder, inventory.EnclosingFolder, StringComparison.Ordinal))
        {
            context.Issues.Report(
                RuleCatalog.LabelFileName,
                file.Path,
                $"The annotation file lies in {NameText.Quote(folder)}, and the platform looks for it "
                    + (inventory.Layout == DqLayout.Free ? "at the dataset's root" : $"beside the folder '{FixedNames.ImageFolder}'")
                    + (isNamedRight ? "." : $" and by the name '{FixedNames.LabelFile}'."),
                suggestion: $"Move '{file.Path}' to '{right}'.");
        }
        else if (!isNamedRight)
        {
            context.Issues.Report(
                RuleCatalog.LabelFileName,
                file.Path,
                $"The annotation file '{name}' must be named '{FixedNames.LabelFile}', letter for letter.",
                suggestion: $"Rename '{name}' to '{FixedNames.LabelFile}'.");
        }
    }

    private static void CheckDepth(ValidationContext context)
    {
        string enclosing = context.Inventory.EnclosingFolder;
        int depth = LayoutDetector.Depth(enclosing);
        if (depth >= 2)
        {
            context.Issues.Report(
                RuleCatalog.WrappedTooDeep,
                enclosing,
                $"The layout lies below {depth} enclosing folders, in {NameText.Quote(enclosing)}; one is the most.",
                suggestion: $"Pack '{enclosing}' by itself.",
                only: context.Inventory.LabelFile is null && context.Inventory.Layout != DqLayout.ClassFolders
                    ? EditionSet.Before30
                    : EditionSet.All);
        }
    }

    /// <summary>Checks class folders that edition 3.0 reads as ordinary folders of images.</summary>
    private static void CheckDeepClasses(ValidationContext context)
    {
        if (context.Inventory.Layout != DqLayout.Free)
        {
            return;
        }

        foreach (LayoutFolder folder in context.Inventory.Folders)
        {
            if (FixedNames.MatchFolder(folder.Name) == FixedFolder.Classes)
            {
                context.Issues.Report(
                    RuleCatalog.WrappedTooDeep,
                    folder.Path,
                    $"The class folders in {NameText.Quote(folder.Path)} are not read: '{FixedNames.ClassesFolder}' must lie at "
                    + $"the root or in one folder.",
                    suggestion: $"Pack the folder around '{folder.Name}' by itself.");
            }
        }
    }

    private static void CheckMixture(ValidationContext context)
    {
        DatasetInventory inventory = context.Inventory;
        bool isClasses = inventory.Layout == DqLayout.ClassFolders;
        LayoutFolder? image = Top(inventory, LayoutFolderRole.Image);
        LayoutFolder? classes = Top(inventory, LayoutFolderRole.Classes);
        if (image is not null && classes is not null)
        {
            context.Issues.Report(
                RuleCatalog.MixedLayouts,
                isClasses ? image.Path : classes.Path,
                $"'{image.Name}' ({NameText.Count(image.AllImages, "image")}) and '{classes.Name}' "
                + $"({NameText.Count(classes.AllImages, "image")}) lie side by side;"
                    + $" only '{(isClasses ? classes.Name : image.Name)}' was examined.",
                suggestion: $"Keep one of '{image.Name}' and '{classes.Name}' and make a dataset of its own of the other.",
                only: EditionSet.Before30);
        }

        if (inventory.SurplusLabelFile is SourceEntry labelFile)
        {
            context.Issues.Report(
                RuleCatalog.MixedLayouts,
                labelFile.Path,
                $"'{EntryPath.FileName(labelFile.Path)}' lies beside '{classes?.Name}', whose folders are the labels already; it "
                + $"was not read.",
                suggestion: "Remove the file, or put the images into a folder named image instead of class folders.");
        }

        if (image is not null
            && !isClasses
            && FlatImages(inventory) is int flat
            && flat > 0
            && ImagesInSeries(inventory) is int deep
            && deep > 0)
        {
            context.Issues.Report(
                RuleCatalog.MixedLayouts,
                image.Path,
                $"{NameText.Count(flat, "image")} directly in '{image.Name}' lie beside studies that hold {NameText.Count(deep, "image")}.",
                suggestion: "Move all images directly into the folder, or all into studies and series.",
                only: EditionSet.Before30);
        }
    }

    private static void CheckImages(ValidationContext context)
    {
        DatasetInventory inventory = context.Inventory;
        if (inventory.Images.Count == 0 && inventory.Layout == DqLayout.LabelMe)
        {
            CheckLabelMeImages(context);
            return;
        }

        if (inventory.Images.Count == 0)
        {
            LayoutFolderRole role = inventory.Layout == DqLayout.ClassFolders ? LayoutFolderRole.Classes : LayoutFolderRole.Image;
            LayoutFolder? folder = Top(inventory, role);
            context.Issues.Report(RuleCatalog.NoImages, folder?.Path, $"The folder '{folder?.Name}' holds no image.");
            return;
        }

        int dicom = 0;
        int others = 0;
        foreach (ImageEntry image in inventory.Images)
        {
            dicom += image.ExpectedFormat == DqImageFormat.Dicom ? 1 : 0;
            others += image.ExpectedFormat is DqImageFormat.Png or DqImageFormat.Jpeg ? 1 : 0;
        }

        if (dicom > 0 && others > 0)
        {
            context.Issues.Report(
                RuleCatalog.MixedImageKinds,
                null,
                $"The dataset mixes {NameText.Count(dicom, "DICOM file")} with {NameText.Count(others, "PNG or JPEG file")}.");
        }
    }

    private static void CheckLabelMeImages(ValidationContext context)
    {
        // If no file could be read as LabelMe's (DQ801), one may still contain an image.
        if (context.LabelMe?.Files.Any(static file => file.IsSound) == true)
        {
            context.Issues.Report(
                RuleCatalog.NoImages,
                context.Inventory.EnclosingFolder.Length == 0 ? null : context.Inventory.EnclosingFolder,
                $"None of {NameText.Count(context.LabelMe.Files.Count, "LabelMe file")} has its image beside it or in it.",
                suggestion: "Put the images beside the LabelMe files, or save these again in LabelMe with the images' data.");
        }
    }

    private static LayoutFolder? Top(DatasetInventory inventory, LayoutFolderRole role) =>
        inventory.Folders.FirstOrDefault(folder => folder.Role == role);

    private static int FlatImages(DatasetInventory inventory) =>
        inventory.Folders.Where(folder => folder.Role == LayoutFolderRole.Image).Sum(folder => folder.Images);

    private static int ImagesInSeries(DatasetInventory inventory) =>
        inventory.Folders.Where(folder => folder.Role == LayoutFolderRole.Series).Sum(folder => folder.AllImages);
}
