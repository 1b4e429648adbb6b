using System.Globalization;
using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Images;

/// <summary>
/// Checks the 3xx rules. An empty file has only DQ305. A file that is not an image has only DQ301, by its extension if it is that of
/// another format, or else by its content. A wrong extension (DQ302) is not also reported as misspelled (DQ308), and neither is reported
/// for DICOM files without an image (DQ403, DQ409).
/// </summary>
internal sealed class ImageRules : IRuleFamily
{
    /// <summary>The minimum number of pixels of a side (guide chapter 2).</summary>
    public const int SmallestSide = 16;

    /// <summary>The maximum number of pixels of a side (guide chapter 2).</summary>
    public const int LargestSide = 4096;

    /// <inheritdoc/>
    public bool NeedsImages => true;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        IReadOnlyList<ImageEntry> images = context.Inventory.Images;
        for (int index = 0; index < images.Count; index++)
        {
            ImageEntry image = images[index];
            if (image.Length == 0)
            {
                context.Issues.Report(RuleCatalog.EmptyFile, image.Path, "The file is empty.");
                continue;
            }

            ImageProbeResult? probe = context.Probes?[index];
            if ((image.Embedded is null ? CheckFormat(context.Issues, image, probe) : CheckEmbedded(context.Issues, image, probe))
                && probe is not null)
            {
                CheckContent(context.Issues, image.Path, probe);
            }
        }
    }

    /// <summary>Reports issues of extension and content together.</summary>
    /// <returns>False if the content is not an image.</returns>
    private static bool CheckFormat(IssueSink issues, ImageEntry image, ImageProbeResult? probe)
    {
        bool isForeignContent = probe?.Problem?.Kind == ImageProblemKind.UnsupportedFormat;
        string? foreign = image.ExpectedFormat == DqImageFormat.Unknown ? ImageExtension.ForeignFormatOf(image.Path) : null;
        if (foreign is not null)
        {
            issues.Report(
                RuleCatalog.UnsupportedFormat,
                image.Path,
                $"The extension of '{image.FileName}' stands for {foreign}, which is not supported.",
                suggestion: probe?.Header is null ? null : Rename(image, probe.Format));
            return !isForeignContent;
        }

        if (isForeignContent)
        {
            string detail = probe!.ForeignFormat is null
                ? probe.Problem!.Detail
                : $"the content is {probe.ForeignFormat}, which is not supported";
            issues.Report(RuleCatalog.UnsupportedFormat, image.Path, Sentence(detail));
            return false;
        }

        if (probe?.Header?.Dicom is { HasPixelData: false } or { IsDicomDirectory: true })
        {
            return true;
        }

        DqImageFormat content = probe?.Format ?? DqImageFormat.Unknown;
        if (content == DqImageFormat.Unknown || content == image.ExpectedFormat)
        {
            CheckSpelling(issues, image);
        }
        else if (content == DqImageFormat.Dicom && ImageFileNames.IsMissing(image.Path))
        {
            issues.Report(
                RuleCatalog.ExtensionSpelling, image.Path, "The DICOM file's name has no extension.", suggestion: Rename(image, content));
        }
        else
        {
            string extension = ImageFileNames.IsMissing(image.Path) ? "missing" : EntryPath.Extension(image.Path);
            issues.Report(
                RuleCatalog.ExtensionMismatch,
                image.Path,
                $"The extension is {extension}, yet the content is {NameOf(content)}.",
                suggestion: Rename(image, content));
        }

        return true;
    }

    /// <summary>Determines whether the content of an embedded image is an image; it has no extension that could be wrong.</summary>
    private static bool CheckEmbedded(IssueSink issues, ImageEntry image, ImageProbeResult? probe)
    {
        if (probe?.Problem is not { Kind: ImageProblemKind.UnsupportedFormat } problem)
        {
            return true;
        }

        issues.Report(RuleCatalog.UnsupportedFormat, image.Path, $"What imageData holds is not a PNG, JPEG or DICOM image: "
            + $"{problem.Detail}.");
        return false;
    }

    private static void CheckSpelling(IssueSink issues, ImageEntry image)
    {
        if (image.ExpectedFormat != DqImageFormat.Unknown && !ImageExtension.IsSpelledRight(image.Path))
        {
            string expected = ImageExtension.SpellingOf(image.ExpectedFormat);
            issues.Report(
                RuleCatalog.ExtensionSpelling,
                image.Path,
                $"The extension is spelled {EntryPath.Extension(image.Path)}, not {expected}.",
                suggestion: Rename(image, image.ExpectedFormat));
        }
    }

    private static void CheckContent(IssueSink issues, string path, ImageProbeResult probe)
    {
        if (probe.Problem is ImageProblem problem)
        {
            switch (problem.Kind)
            {
                case ImageProblemKind.Truncated:
                    issues.Report(RuleCatalog.TruncatedImage, path, WithOffset(problem));
                    break;
                case ImageProblemKind.Corrupt:
                    issues.Report(RuleCatalog.CorruptImage, path, WithOffset(problem));
                    break;
                case ImageProblemKind.Unreadable:
                    issues.Report(RuleCatalog.CorruptImage, path, $"The file cannot be read: {problem.Detail}");
                    break;
            }
        }

        if (probe.Header is ImageHeader header)
        {
            CheckHeader(issues, path, header);
        }
    }

    private static void CheckHeader(IssueSink issues, string path, ImageHeader header)
    {
        bool hasSize = header is { Width: > 0, Height: > 0 } && header.Dicom is not { HasPixelData: false };
        if (hasSize && Math.Min(header.Width, header.Height) < SmallestSide)
        {
            issues.Report(RuleCatalog.ImageTooSmall, path, Size(header, $"at least {SmallestSide}"));
        }

        if (hasSize && Math.Max(header.Width, header.Height) > LargestSide)
        {
            issues.Report(RuleCatalog.ImageTooLarge, path, Size(header, $"at most {LargestSide}"));
        }

        if (header.UnusualEncoding is string encoding)
        {
            issues.Report(RuleCatalog.UnusualEncoding, path, $"The {NameOf(header.Format)} image has an unusual encoding: {encoding}.");
        }

        if (header.Orientation != ExifReader.Upright)
        {
            issues.Report(
                RuleCatalog.ExifOrientation,
                path,
                string.Create(CultureInfo.InvariantCulture, $"The EXIF orientation is {header.Orientation}: "
                    + $"{Turn(header.Orientation)}. Edition 3.0 judges boxes and masks in the turned image."));
        }
    }

    private static string Size(ImageHeader header, string bound) => string.Create(
        CultureInfo.InvariantCulture, $"The image is {header.Width} × {header.Height} pixels, and each side must have {bound}.");

    /// <summary>Describes how a viewer turns the image (EXIF 2.32, tag 0x0112).</summary>
    private static string Turn(int orientation) => orientation switch
    {
        2 => "it is shown mirrored left to right",
        3 => "it is shown turned by 180°",
        4 => "it is shown mirrored top to bottom",
        5 => "it is shown mirrored and turned by 90° counter-clockwise",
        6 => "it is shown turned by 90° clockwise",
        7 => "it is shown mirrored and turned by 90° clockwise",
        _ => "it is shown turned by 90° counter-clockwise",
    };

    private static string Rename(ImageEntry image, DqImageFormat format)
    {
        string name = ImageFileNames.IsMissing(image.Path) ? image.FileName : EntryPath.Stem(image.Path);
        return $"Rename it to '{name}{ImageExtension.SpellingOf(format)}', in label.csv, too, where the extension is part of the name.";
    }

    private static string NameOf(DqImageFormat format) => format switch
    {
        DqImageFormat.Png => "PNG",
        DqImageFormat.Jpeg => "JPEG",
        DqImageFormat.Dicom => "DICOM",
        _ => "unknown",
    };

    private static string WithOffset(ImageProblem problem) =>
        Sentence(string.Create(CultureInfo.InvariantCulture, $"{problem.Detail} (at byte {problem.Offset})"));

    private static string Sentence(string clause) => $"{char.ToUpperInvariant(clause[0])}{clause.AsSpan(1)}.";
}
