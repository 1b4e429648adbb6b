using DeepQDataset.Imaging;
using DeepQDataset.Inventory;
using DeepQDataset.LabelMe;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Embedded;
using DeepQDataset.Text;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.LabelMe;

/// <summary>
/// Finds the image of each LabelMe file: by imagePath, by the file name in it, by the name of the JSON, and if there is no file, in the
/// JSON itself. A file far from the JSON does not replace the image inside the JSON.
/// </summary>
/// <param name="source">The annotations and their images.</param>
/// <param name="isElsewhere">Indicates whether a folder was given for the images.</param>
/// <param name="finder">Receives the images.</param>
/// <param name="log">Receives problems.</param>
internal sealed class LabelMeImageFinder(AnnotationSource source, bool isElsewhere, ConvertedImageFinder finder, ConversionLog log)
{
    /// <summary>Finds the images.</summary>
    public void FindAll(List<LabelMeAnnotations> files, int threads, CancellationToken cancellation)
    {
        List<LabelMeAnnotations> embedded = [];
        foreach (LabelMeAnnotations file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            LocatedImage? found = Locate(file);
            if (found is null && file.Content.ImageData is not null)
            {
                embedded.Add(file);
                continue;
            }

            int? line = file.Content.ImagePathPlace?.Line;
            file.Image = found is null
                ? finder.Find(NameOf(file), EntryPath.Folder(file.Entry.Path), file.Path, line)
                : finder.Add(NameOf(file), found, file.Path, line);
        }

        TakeEmbedded(embedded, threads, cancellation);
    }

    private LocatedImage? Locate(LabelMeAnnotations file)
    {
        string folder = EntryPath.Folder(file.Entry.Path);
        string imagePath = file.Content.ImagePath!;
        LocatedImage? found = imagePath.Length == 0 ? null : source.Images.Find(imagePath, folder).Image;
        if (found is null || !IsNear(file, found))
        {
            LocatedImage? byStem = source.Images.Find(EntryPath.Stem(file.Entry.Path), folder).Image;
            found = byStem is not null && (found is null || IsNear(file, byStem)) ? byStem : found;
        }

        return found is not null && (file.Content.ImageData is null || IsNear(file, found)) ? found : null;
    }

    /// <summary>
    /// Determines whether an image certainly belongs to a file: it is beside it, at the exact imagePath, or in the given folder.
    /// </summary>
    private bool IsNear(LabelMeAnnotations file, LocatedImage image)
    {
        string folder = EntryPath.Folder(file.Entry.Path);
        string path = image.Entry.Path;
        return isElsewhere
            || string.Equals(EntryPath.Folder(path), folder, StringComparison.Ordinal)
            || string.Equals(path, ImageLocator.Normalize(EntryPath.Combine(folder, file.Content.ImagePath!)), StringComparison.Ordinal);
    }

    private void TakeEmbedded(List<LabelMeAnnotations> files, int threads, CancellationToken cancellation)
    {
        ImageProbeResult[] probes = new ImageProbeResult[files.Count];
        ParallelWork.Run(
            probes.Length,
            threads,
            () => new EmbeddedImageFinder(),
            (index, reader) => probes[index] = reader.Probe(
                () => source.Source.Open(files[index].Entry), files[index].Content.ImageData!, cancellation),
            cancellation);
        for (int index = 0; index < probes.Length; index++)
        {
            Take(files[index], probes[index]);
        }
    }

    private void Take(LabelMeAnnotations file, ImageProbeResult probe)
    {
        int line = file.Content.ImageData!.Place.Line;
        if (probe.Format == DqImageFormat.Unknown)
        {
            log.Add(LabelMeReasons.EmbeddedUnusable, file.Path, line, $"imageData: {(probe.Problem?.Detail ?? "no image").TrimEnd('.')}");
            return;
        }

        if (probe.Header is { Width: > 0, Height: > 0 } header)
        {
            file.EmbeddedSize = new ImageSize(header.Width, header.Height);
            file.EmbeddedShownSize = new ImageSize(header.UprightSize.Width, header.UprightSize.Height);
            if (header.Orientation != ExifReader.Upright)
            {
                string detail = FormattableString.Invariant($"its EXIF orientation is {header.Orientation}");
                log.Add(ConversionReasons.ImageTurned, file.Path, line, detail);
            }
        }
        else
        {
            string detail = probe.Problem?.Detail ?? "the header holds no size";
            log.Add(ConversionReasons.ImageUnreadable, file.Path, line, $"imageData: {detail}");
        }

        EntryLocation location = EmbeddedSource.Of(source.Source, file.Entry);
        file.Image = ConvertedImage.Embedded(NameOf(file), location.Path, location.Entry!, probe.Format);
        finder.Add(file.Image, file.Path, line);
    }

    /// <summary>Returns the name of the image of a file: imagePath, unless it is not the name of an image.</summary>
    private static string NameOf(LabelMeAnnotations file)
    {
        LabelMePath path = LabelMePath.Parse(file.Content.ImagePath!);
        return path.FileName.Length > 0 && !LabelMeSearch.IsJson(path.FileName) ? path.FileName : EntryPath.Stem(file.Entry.Path);
    }
}
