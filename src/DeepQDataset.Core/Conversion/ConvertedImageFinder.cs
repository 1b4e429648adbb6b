using DeepQDataset.Layout;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion;

/// <summary>
/// Collects the images of a conversion: finds their files, reports those that are missing, ambiguous or unsupported, and names the images
/// at the end.
/// </summary>
/// <param name="locator">Finds the files.</param>
/// <param name="log">Receives problems.</param>
internal sealed class ConvertedImageFinder(ImageLocator locator, ConversionLog log)
{
    private readonly List<(ConvertedImage Image, string Path, int? Line)> _images = [];

    /// <summary>Finds an image.</summary>
    /// <param name="name">The name in the annotations.</param>
    /// <param name="annotations">The folder of the annotation file in its source; empty at the root.</param>
    /// <param name="path">The annotation file, for messages.</param>
    /// <param name="line">The line in that file.</param>
    /// <param name="hint">The name of a folder to prefer among equal matches; null for none.</param>
    /// <returns>The image, without a source if it was not found; null if the platform does not accept it.</returns>
    public ConvertedImage? Find(string name, string annotations, string path, int? line, string? hint = null)
    {
        ImageSearch search = locator.Find(name, annotations, hint);
        if (search.Image is not LocatedImage file)
        {
            bool isMissing = search.Candidates == 0;
            log.Add(
                isMissing ? ConversionReasons.ImageNotFound : ConversionReasons.ImageAmbiguous,
                path,
                line,
                isMissing ? $"no image '{name}' in '{locator.Source.FullPath}'"
                    : FormattableString.Invariant($"'{name}' matches {search.Candidates} files in '{locator.Source.FullPath}'"));
            ConvertedImage missing = new(name);
            _images.Add((missing, path, line));
            return missing;
        }

        return Add(name, file, path, line);
    }

    /// <summary>Adds an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="path">The annotation file, for messages.</param>
    /// <param name="line">The line in that file.</param>
    public void Add(ConvertedImage image, string path, int? line) => _images.Add((image, path, line));

    /// <summary>Adds an image with its file.</summary>
    /// <returns>The image; null if the platform does not accept it.</returns>
    public ConvertedImage? Add(string name, LocatedImage file, string path, int? line)
    {
        if (file.Format == DqImageFormat.Unknown && ImageExtension.ForeignFormatOf(file.Entry.Path) is string format)
        {
            log.Add(ConversionReasons.ImageUnsupported, path, line, $"'{file.Entry.Path}' is {format}; convert it to PNG");
            return null;
        }

        ConvertedImage image = ConvertedImage.Of(name, file);
        _images.Add((image, path, line));
        return image;
    }

    /// <summary>Names all images. Call it before the first label is created.</summary>
    public void AssignNames()
    {
        KeepExact();
        ReportRepeated();
        ConvertedNames.Assign(_images.Select(item => item.Image));
    }

    /// <summary>
    /// Resolves names that lead to the same file: if one matches with its folders, the others are missing images. <c>val/a.png</c> is not
    /// <c>train/a.png</c>.
    /// </summary>
    private void KeepExact()
    {
        HashSet<SourceEntry> exact = new(ReferenceEqualityComparer.Instance);
        foreach ((ConvertedImage image, _, _) in _images)
        {
            if (image.File is { IsExact: true } file)
            {
                exact.Add(file.Entry);
            }
        }

        foreach ((ConvertedImage image, string path, int? line) in _images)
        {
            if (image.File is { IsExact: false } file && exact.Contains(file.Entry))
            {
                log.Add(ConversionReasons.ImageNotFound, path, line, $"no image '{image.OriginalName}' in '{locator.Source.FullPath}'");
                image.Forget();
            }
        }
    }

    private void ReportRepeated()
    {
        Dictionary<(string Path, string? Entry), ConvertedImage> seen = [];
        foreach ((ConvertedImage image, string path, int? line) in _images)
        {
            (string, string?) key = (image.SourcePath ?? image.OriginalName, image.SourceEntry);
            if (seen.TryGetValue(key, out ConvertedImage? first))
            {
                image.Join(first);
                log.Add(ConversionReasons.ImageRepeated, path, line, $"'{image.OriginalName}'");
            }
            else
            {
                seen.Add(key, image);
            }
        }
    }
}
