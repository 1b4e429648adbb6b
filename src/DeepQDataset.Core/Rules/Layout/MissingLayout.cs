using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Layout;

/// <summary>Reports DQ101, with what was found instead of a layout and the remedy.</summary>
internal static class MissingLayout
{
    /// <summary>Reports that there is no layout.</summary>
    /// <param name="context">The state of the dataset.</param>
    /// <param name="search">What was found instead.</param>
    public static void Report(ValidationContext context, LayoutSearch search)
    {
        bool isFolder = context.Source.Kind == SourceKind.Folder;
        string what = isFolder ? "folder" : "zip";
        string message;
        RemedyText? suggestion = null;
        if (search.Rivals.Count > 0)
        {
            message = $"The {what} holds {search.Rivals.Count} datasets side by side, in {NameText.QuoteAll(search.Rivals)}; an "
                + $"upload is one dataset.";
            suggestion = isFolder && search.Rivals.All(rival => LayoutDetector.Depth(rival) == 1)
                ? (RemedyText)$"Test each by itself: {Remedy.Of(RemedyAction.ValidateFolders, context.Source.FullPath)}"
                : "Make a zip of its own of each.";
        }
        else if (search.Zips > 0 && isFolder)
        {
            message = $"The folder is not a dataset, but holds {NameText.Count(search.Zips, "zip")}.";
            suggestion = $"Test the zips in it: {Remedy.Of(RemedyAction.ValidateArchives, context.Source.FullPath)}";
        }
        else if (search.Images > 0)
        {
            string place = search.ImageFolder!.Length == 0 ? $"the {what}'s root" : NameText.Quote(search.ImageFolder);
            message = $"There is no folder 'image' and no folder 'Classes'; {NameText.Count(search.Images, "image")} "
                + $"{(search.Images == 1 ? "lies" : "lie")} elsewhere, the first in {place}.";
        }
        else
        {
            message = $"There is no folder 'image', no folder 'Classes' and no LabelMe file in the {what}, and no image either.";
        }

        context.Issues.Report(RuleCatalog.NoKnownLayout, null, message, suggestion: suggestion);
    }
}
