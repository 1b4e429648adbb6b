using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Coco;

/// <summary>
/// Creates masks from the outlines of a file. The outlines of an image can be anywhere in the file, so they are kept until the last one has
/// been read. Their number is counted in an earlier reading.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="labels">Determines the image and class of annotations.</param>
/// <param name="headers">Reads the sizes of images.</param>
/// <param name="log">Receives what is left out.</param>
internal sealed class CocoMasks(CocoIndex file, CocoLabels labels, ImageHeaders headers, ConversionLog log)
{
    private readonly ClassMasks _masks = new(log);
    private readonly Dictionary<CocoImage, List<(string Class, CocoAnnotation Annotation)>> _held = [];

    /// <summary>Returns a label for each class of each image with annotations.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="progress">Receives the progress.</param>
    public IEnumerable<DqLabel> Labels(Func<CocoJson> open, IProgress<WorkProgress>? progress)
    {
        Dictionary<CocoImage, int> left = Count(open, progress);
        using CocoJson json = open();
        CocoAnnotationReader annotations = new(json, keepsOutlines: true);
        List<CocoAnnotation> batch = [];
        while (annotations.Read(batch))
        {
            foreach (CocoAnnotation annotation in batch)
            {
                Hold(annotation);
                if (ImageOf(annotation) is CocoImage image && --left[image] == 0)
                {
                    foreach (DqLabel label in Fill(image))
                    {
                        yield return label;
                    }
                }
            }

            progress?.Report(new WorkProgress("Converting annotations", json.Position, file.File.Length, "bytes"));
        }
    }

    private Dictionary<CocoImage, int> Count(Func<CocoJson> open, IProgress<WorkProgress>? progress)
    {
        Dictionary<CocoImage, int> counts = [];
        using CocoJson json = open();
        CocoAnnotationReader annotations = new(json);
        List<CocoAnnotation> batch = [];
        while (annotations.Read(batch))
        {
            foreach (CocoAnnotation annotation in batch)
            {
                if (ImageOf(annotation) is CocoImage image)
                {
                    counts[image] = counts.GetValueOrDefault(image) + 1;
                }
            }

            progress?.Report(new WorkProgress("Counting annotations", json.Position, file.File.Length, "bytes"));
        }

        return counts;
    }

    private void Hold(in CocoAnnotation annotation)
    {
        if (labels.TryJudge(annotation, out CocoImage? image, out CocoCategory category))
        {
            if (!_held.TryGetValue(image, out List<(string, CocoAnnotation)>? held))
            {
                held = [];
                _held.Add(image, held);
            }

            held.Add((category.Name, annotation));
        }
    }

    private List<DqLabel> Fill(CocoImage image)
    {
        if (!_held.Remove(image, out List<(string Class, CocoAnnotation Annotation)>? held))
        {
            return [];
        }

        _masks.Start(image.Image, image.ShownSizeBy(headers, file.Path), file.Path);
        foreach ((string name, CocoAnnotation annotation) in held)
        {
            _masks.Add(name, annotation.Outline, annotation.Line);
        }

        List<DqLabel> made = [.. _masks.Labels().Where(static label => label.Mask is not null)];
        image.IsLabelled = made.Count > 0;
        return made;
    }

    private CocoImage? ImageOf(in CocoAnnotation annotation) =>
        annotation.ImageId is null ? null : file.Images.GetValueOrDefault(annotation.ImageId);
}
