using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Labels;

/// <summary>Reports names without an image (DQ513), with the reason if it is known, and the nearest name.</summary>
internal sealed class MissingImages(ValidationContext context, LabelReferences references)
{
    private readonly Dictionary<string, (int Name, int Names, int FirstLine, int Lines)> _missingFolders = new(StringComparer.Ordinal);
    private readonly NearestName _nearest = new(references.Index);
    private HashSet<string>? _folders;

    /// <summary>Adds a name and reports it, unless its whole folder is missing.</summary>
    /// <param name="name">The index of the name.</param>
    /// <param name="match">The match: no image, or an intended one.</param>
    /// <returns>The index of the intended or nearest image; null if there is none.</returns>
    public int? Add(int name, ImageMatch match)
    {
        string text = references.Table.ImageNames[name];
        (int firstLine, int lines) = references.Table.Mentions[name];
        if (match.Kind == ImageMatchKind.Meant)
        {
            string right = NameLike(text, references.Index.Images[match.Image]);
            Report(text, firstLine, lines, $"No image is named {FieldText.Quote(text)}: {match.Fault}.", $"Write '{right}' in label.csv.");
            return match.Image;
        }

        int slash = text.LastIndexOf('/');
        if (slash > 0 && !Folders().Contains(text[..slash]))
        {
            string folder = text[..slash];
            (int Name, int Names, int FirstLine, int Lines) before = _missingFolders.GetValueOrDefault(folder, (name, 0, firstLine, 0));
            _missingFolders[folder] = (before.Name, before.Names + 1, Math.Min(before.FirstLine, firstLine), before.Lines + lines);
            return null;
        }

        ImageEntry? nearest = _nearest.Find(text);
        Report(
            text,
            firstLine,
            lines,
            SpreadsheetName.IsShortened(text)
                ? $"No image is named {FieldText.Quote(text)}: a spreadsheet program took the name for a number and dropped its digits."
            : nearest is null
                ? $"No image is named {FieldText.Quote(text)}."
                : $"No image is named {FieldText.Quote(text)}; the nearest name is {FieldText.Quote(NameLike(text, nearest))}.",
            null);
        return nearest is null || !references.Index.Find(nearest.LabelName).Kind.Equals(ImageMatchKind.Found)
            ? null
            : references.Index.Find(nearest.LabelName).Image;
    }

    /// <summary>
    /// Reports a file name without the folders of its image, which the editions before 3.0 accept. In 3.0, a name is the path from
    /// <c>image</c>, or from the root.
    /// </summary>
    /// <param name="name">The index of the name.</param>
    /// <param name="match">The matching image.</param>
    public void AddIncomplete(int name, ImageMatch match)
    {
        string text = references.Table.ImageNames[name];
        (int firstLine, int lines) = references.Table.Mentions[name];
        string fault =
            match.Form == ImageNameForm.FileStem
                ? "the folders before it and the extension are missing"
                : "the folders before it are missing";
        Report(
            text, firstLine, lines, $"No image is named {FieldText.Quote(text)}: {fault}.",
            $"Write '{references.Index.Images[match.Image].LabelName}' in label.csv.", EditionSet.Edition30);
    }

    /// <summary>Reports the folders without any existing image.</summary>
    public void Report()
    {
        foreach ((string folder, (int name, int names, int firstLine, int lines)) in _missingFolders)
        {
            string text = references.Table.ImageNames[name];
            if (names == 1)
            {
                Report(
                    text,
                    firstLine,
                    lines,
                    $"No image is named {FieldText.Quote(text)}, and there is no folder {FieldText.Quote(folder)}.",
                    null);
            }
            else
            {
                Report(folder, firstLine, lines, $"There is no folder {FieldText.Quote(folder)}, in which label.csv names "
                    + $"{names} images, {FieldText.Quote(text)} first.", null);
            }
        }
    }

    // In the form of the label: without extension if the label has none.
    private static string NameLike(string name, ImageEntry image) => ImageNameTable.WithoutExtension(name).Length == name.Length
        ? ImageNameTable.KeyOf(image, ImageNameForm.Stem).ToString()
        : image.LabelName;

    private HashSet<string> Folders()
    {
        if (_folders is null)
        {
            _folders = new HashSet<string>(StringComparer.Ordinal);
            string last = "";
            foreach (ImageEntry image in references.Index.Images)
            {
                int slash = image.LabelName.LastIndexOf('/');
                if (slash > 0 && !image.LabelName.AsSpan(0, slash).SequenceEqual(last))
                {
                    last = image.LabelName[..slash];
                    _folders.Add(last);
                }
            }
        }

        return _folders;
    }

    private void Report(string subject, int line, int count, string message, string? suggestion, EditionSet only = EditionSet.All) =>
        context.Issues.Report(
            RuleCatalog.ImageNotFound, context.Inventory.LabelFile?.Path, message, line, 1, subject, count, suggestion, only: only);
}
