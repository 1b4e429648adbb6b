using System.Text;
using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Layout;

/// <summary>DQ101: says what is there instead of a layout, and what to do with it.</summary>
internal static class MissingLayout
{
    /// <summary>Reports that there is no layout.</summary>
    /// <param name="context">What is known of the dataset.</param>
    /// <param name="search">What was seen instead.</param>
    public static void Report(ValidationContext context, LayoutSearch search)
    {
        bool isFolder = context.Source.Kind == SourceKind.Folder;
        string what = isFolder ? "folder" : "zip";
        string message;
        string? suggestion = null;
        if (search.Rivals.Count > 0)
        {
            message = $"The {what} holds {search.Rivals.Count} datasets side by side, in {NameText.QuoteAll(search.Rivals)}; an upload is one dataset.";
            suggestion = isFolder && search.Rivals.All(rival => LayoutDetector.Depth(rival) == 1)
                ? $"Test each by itself: Test-DqDataset {Wildcard(context.Source.FullPath, "*")}"
                : "Make a zip of its own of each.";
        }
        else if (search.Zips > 0 && isFolder)
        {
            message = $"The folder is no dataset, but holds {NameText.Count(search.Zips, "zip")}.";
            suggestion = $"Test the zips in it: Test-DqDataset {Wildcard(context.Source.FullPath, "*.zip")}";
        }
        else if (search.Images > 0)
        {
            string place = search.ImageFolder!.Length == 0 ? $"the {what}'s root" : NameText.Quote(search.ImageFolder);
            message = $"There is no folder 'image' and no folder 'Classes'; {NameText.Count(search.Images, "image")} {(search.Images == 1 ? "lies" : "lie")} elsewhere, the first in {place}.";
        }
        else
        {
            message = $"There is no folder 'image', no folder 'Classes' and no LabelMe file in the {what}, and no image either.";
        }

        context.Issues.Report(RuleCatalog.NoKnownLayout, null, message, suggestion: suggestion);
    }

    /// <summary>A pattern in PowerShell's single quotes: wildcard characters of the folder's own name are escaped by a backtick.</summary>
    private static string Wildcard(string folder, string pattern)
    {
        StringBuilder text = new("'");
        foreach (char character in folder)
        {
            if (character is '[' or ']' or '*' or '?' or '`')
            {
                text.Append('`');
            }

            text.Append(character == '\'' ? "''" : character.ToString());
        }

        if (!Path.EndsInDirectorySeparator(folder))
        {
            text.Append(Path.DirectorySeparatorChar);
        }

        return text.Append(pattern).Append('\'').ToString();
    }
}
