using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Json;
using DeepQDataset.LabelMe;
using DeepQDataset.Labels;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.LabelMe;

/// <summary>
/// Checks LabelMe files and their images: DQ802, DQ804, DQ805 and DQ806. A file that is not LabelMe's (DQ801) is skipped.
/// </summary>
internal sealed class LabelMeImageRules : IRuleFamily
{
    /// <summary>From this EXIF orientation on, width and height are swapped when the image is shown (EXIF 2.32, tag 0x0112).</summary>
    private const int FirstTurnedOrientation = 5;

    /// <inheritdoc/>
    public bool NeedsImages => true;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.LabelMe is not LabelMeDataset labelMe || context.Inventory.Images.Count == 0)
        {
            return; // Without any image, DQ106 is enough.
        }

        foreach (LabelMeEntry file in labelMe.Files)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (file.IsSound)
            {
                CheckPath(context, file, file.Content!);
                CheckSize(context, file, file.Content!);
            }
        }

        CheckSharing(context, labelMe);
    }

    private static void CheckPath(ValidationContext context, LabelMeEntry file, LabelMeFile content)
    {
        LabelMePath path = LabelMePath.Parse(content.ImagePath!);
        bool isForeign = path.IsAbsolute || path.HasBackslash;
        bool isFound = file.Match == LabelMeImageMatch.Path || (isForeign && file.Match == LabelMeImageMatch.FileName);
        string quoted = FieldText.Quote(content.ImagePath!);
        JsonPlace? place = content.ImagePathPlace;
        if (!isFound && content.ImageData is null)
        {
            context.Issues.Report(
                RuleCatalog.NoImageForJson,
                file.Entry.Path,
                $"The imagePath {quoted} leads to no image of the dataset, and the file holds no imageData.",
                place?.Line,
                place?.Column,
                suggestion: file.Image < 0 ? null : $"Write '{context.Inventory.Images[file.Image].FileName}' in imagePath.");
        }
        else if (isForeign)
        {
            bool isFile = file.Image >= 0 && file.Match != LabelMeImageMatch.Embedded;
            string right = isFile ? context.Inventory.Images[file.Image].FileName : path.FileName;
            context.Issues.Report(
                RuleCatalog.ImagePathForm,
                file.Entry.Path,
                path.IsAbsolute ? $"The imagePath {quoted} is absolute." : $"The imagePath {quoted} has backslashes.",
                place?.Line,
                place?.Column,
                suggestion: $"Write '{right}' in imagePath.");
        }
    }

    private static void CheckSize(ValidationContext context, LabelMeEntry file, LabelMeFile content)
    {
        if (file.Image < 0 || context.Probes?[file.Image]?.Header is not { Width: > 0, Height: > 0 } header
            || Fits(content, header.Width, header.Height)
            || (header.Orientation >= FirstTurnedOrientation && Fits(content, header.Height, header.Width)))
        {
            return;
        }

        context.Issues.Report(
            RuleCatalog.SizeDisagrees,
            file.Entry.Path,
            $"The file says {Side(content.ImageWidth)} × {Side(content.ImageHeight)} pixels, "
                + $"and the image has {header.Width} × {header.Height}.",
            content.ImageSizePlace?.Line,
            content.ImageSizePlace?.Column);
    }

    /// <summary>Determines whether a size matches the file, as far as it gives one.</summary>
    private static bool Fits(LabelMeFile content, int width, int height) =>
        (content.ImageWidth ?? width) == width && (content.ImageHeight ?? height) == height;

    private static string Side(double? side) => side is not double number ? "?"
        : double.IsNaN(number) ? "no number"
        : NumberText.Format(number);

    private static void CheckSharing(ValidationContext context, LabelMeDataset labelMe)
    {
        IReadOnlyList<ImageEntry> images = context.Inventory.Images;
        List<string>?[] files = new List<string>?[images.Count];
        bool[] isNamed = new bool[images.Count];
        foreach (LabelMeEntry file in labelMe.Files)
        {
            if (file.Image >= 0)
            {
                // A file that could not be read may belong to the image with the same name.
                isNamed[file.Image] = true;
                if (file.IsSound)
                {
                    (files[file.Image] ??= []).Add(file.Entry.Path);
                }
            }
        }

        for (int index = 0; index < images.Count; index++)
        {
            if (files[index] is { Count: > 1 } group)
            {
                context.Issues.Report(
                    RuleCatalog.SharedImage,
                    group[0],
                    $"{group.Count} LabelMe files name the image {NameText.Quote(images[index].FileName)}: "
                        + $"{NameText.QuoteAll(group.ConvertAll(EntryPath.FileName))}.",
                    subject: images[index].FileName,
                    count: group.Count);
            }
            else if (!isNamed[index])
            {
                context.Issues.Report(
                    RuleCatalog.SharedImage,
                    images[index].Path,
                    $"No LabelMe file names the image {NameText.Quote(images[index].FileName)}.",
                    suggestion: "Annotate the image in LabelMe, or take it out of the dataset.");
            }
        }
    }
}
