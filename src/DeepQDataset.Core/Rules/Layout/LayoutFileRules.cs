using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Layout;

/// <summary>Checks DQ109, DQ111 and DQ112: files in the wrong place.</summary>
internal sealed class LayoutFileRules : IRuleFamily
{
    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Inventory.Layout == DqLayout.Unknown)
        {
            return; // Without a layout (DQ101), no place is wrong.
        }

        CheckClasses(context);
        CheckStrayFiles(context);
        CheckSystemFiles(context);
    }

    private static void CheckClasses(ValidationContext context)
    {
        if (context.Inventory.Layout != DqLayout.ClassFolders)
        {
            return;
        }

        foreach (ImageEntry image in context.Inventory.Images)
        {
            if (image.Class is null)
            {
                context.Issues.Report(
                    RuleCatalog.ImageOutsideClass, image.Path, $"The image {NameText.Quote(image.FileName)} lies directly in "
                        + $"'{EntryPath.FileName(EntryPath.Folder(image.Path))}', in no class folder.");
            }
        }
    }

    private static void CheckStrayFiles(ValidationContext context)
    {
        DatasetInventory inventory = context.Inventory;
        foreach (SourceEntry file in inventory.StrayFiles)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            string name = EntryPath.FileName(file.Path);
            if (context.Source.Kind == SourceKind.Zip && ArchiveExtensions.IsArchive(name))
            {
                continue; // DQ711
            }

            if (FixedNames.IsLabelFile(name))
            {
                ReportLabelFile(context, file);
            }
            else if (ImageFileNames.HasImageExtension(file.Path))
            {
                context.Issues.Report(
                    RuleCatalog.StrayFile,
                    file.Path,
                    $"The image {NameText.Quote(name)} lies outside the folder of the images.",
                    suggestion: "Move it to the other images, or take it out of the dataset.",
                    only: EditionSet.Before30);
            }
            else
            {
                context.Issues.Report(RuleCatalog.StrayFile, file.Path, $"The layout has no place for the file {NameText.Quote(name)}.");
            }
        }
    }

    private static void ReportLabelFile(ValidationContext context, SourceEntry file)
    {
        DatasetInventory inventory = context.Inventory;
        string right = EntryPath.Combine(inventory.EnclosingFolder, FixedNames.LabelFile);
        bool isSurplus = inventory.LabelFile is not null || inventory.SurplusLabelFile is not null;
        context.Issues.Report(
            RuleCatalog.StrayFile,
            file.Path,
            isSurplus
                ? $"'{EntryPath.FileName(file.Path)}' is a second annotation file beside "
                    + $"'{(inventory.LabelFile ?? inventory.SurplusLabelFile)!.Path}', and is not read."
                : $"'{EntryPath.FileName(file.Path)}' lies where the platform does not look for it, and is not read.",
            suggestion: isSurplus ? "Keep the right one, as label.csv beside image, and remove the other."
                : inventory.Layout is DqLayout.ImageOnly or DqLayout.Studies ? $"Move it to '{right}'."
                : "Take the file out of the dataset.");
    }

    private static void CheckSystemFiles(ValidationContext context)
    {
        foreach (SystemFolder folder in context.Inventory.SystemFolders)
        {
            context.Issues.Report(
                RuleCatalog.SystemFile,
                folder.Path,
                $"The folder '{EntryPath.FileName(folder.Path)}' with {NameText.Count(folder.Files, "file")} belongs to an "
                + $"operating system or file server.",
                count: Math.Max(1, folder.Files),
                suggestion: $"Remove the folder; {Remedy.Of(RemedyAction.BuildArchive)} and {Remedy.Of(RemedyAction.Repair)} "
                    + $"leave it out by themselves.");
        }

        foreach (SourceEntry file in context.Inventory.SystemFiles)
        {
            if (SystemFileNames.SystemFolderLength(file.Path) == 0)
            {
                context.Issues.Report(
                    RuleCatalog.SystemFile,
                    file.Path,
                    $"The file {NameText.Quote(EntryPath.FileName(file.Path))} belongs to an operating system or file server.");
            }
        }
    }
}
