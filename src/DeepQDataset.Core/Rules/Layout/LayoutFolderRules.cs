using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Layout;

/// <summary>Checks DQ107, DQ108 and DQ110: the folders in <c>image</c> and <c>Classes</c>.</summary>
internal sealed class LayoutFolderRules : IRuleFamily
{
    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Inventory.Images.Count == 0)
        {
            return; // DQ101 or DQ106 is the cause of every empty folder.
        }

        foreach (LayoutFolder folder in context.Inventory.Folders)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            switch (folder.Role)
            {
                case LayoutFolderRole.Nested:
                    CheckNested(context, folder);
                    break;
                case LayoutFolderRole.Class or LayoutFolderRole.Study or LayoutFolderRole.Series when folder.AllImages == 0:
                    CheckEmpty(context, folder);
                    break;
                case LayoutFolderRole.Study when folder.Images > 0:
                    ReportStudyWithoutSeries(context, folder);
                    break;
                case LayoutFolderRole.Series when folder.Images > 0 && context.Inventory.Layout == DqLayout.Studies:
                    CheckSeriesName(context, folder);
                    break;
            }
        }
    }

    private static void CheckNested(ValidationContext context, LayoutFolder folder)
    {
        // An empty folder inside an empty one is reported with it (DQ110); one with only other files by their issues (DQ111).
        if (folder.Parent!.AllImages == 0 || (folder.AllImages == 0 && folder.AllOtherFiles > 0))
        {
            return;
        }

        bool isInClass = folder.Parent.Role == LayoutFolderRole.Class;
        string content = folder.AllImages == 0 ? "" : $", with {NameText.Count(folder.AllImages, "image")}";
        string where = isInClass ? "a class folder" : "a series, two folders below image";
        context.Issues.Report(
            RuleCatalog.UnexpectedNesting,
            folder.Path,
            $"The folder {NameText.Quote(folder.Name)} lies in {where}{content}.",
            suggestion: isInClass
                ? $"Move its images up into {NameText.Quote(folder.Parent.Name)} and remove it, or make it a class of its own in Classes."
                : "Arrange the images in exactly two folders below image: a study, and in it Series1, Series2 and so on.",
            only: isInClass ? EditionSet.All : EditionSet.Before30);
    }

    private static void CheckEmpty(ValidationContext context, LayoutFolder folder)
    {
        // Folders inside an empty one are reported with it. In a flat image folder, files without a place (DQ111) are the problem, not
        // their folder.
        bool hasStudiesOrClasses = context.Inventory.Layout is DqLayout.Studies or DqLayout.ClassFolders;
        if (folder.Parent!.AllImages == 0 || (!hasStudiesOrClasses && folder.AllOtherFiles > 0))
        {
            return;
        }

        string kind = folder.Role switch
        {
            LayoutFolderRole.Class => "class folder",
            LayoutFolderRole.Series => "series folder",
            _ => hasStudiesOrClasses ? "study folder" : "folder",
        };
        context.Issues.Report(RuleCatalog.EmptyFolder, folder.Path, $"The {kind} {NameText.Quote(folder.Name)} holds no image.");
    }

    private static void ReportStudyWithoutSeries(ValidationContext context, LayoutFolder folder) => context.Issues.Report(
        RuleCatalog.UnexpectedNesting,
        folder.Path,
        $"{NameText.Count(folder.Images, "image")} {(folder.Images == 1 ? "lies" : "lie")} directly in the folder "
        + $"{NameText.Quote(folder.Name)}, which is not a study with series.",
        suggestion: $"Move the images up into image, or into a folder Series1 in {NameText.Quote(folder.Name)}.",
        only: EditionSet.Before30);

    private static void CheckSeriesName(ValidationContext context, LayoutFolder folder)
    {
        string name = folder.Name;
        if (!SeriesName.IsValid(name))
        {
            context.Issues.Report(
                RuleCatalog.SeriesFolderName,
                folder.Path,
                $"The series folder {NameText.Quote(name)} is not named Series and a number of at least 1.",
                suggestion: SeriesName.Nearest(name) is string nearest ? $"Rename '{name}' to '{nearest}'." : null);
        }
    }
}
