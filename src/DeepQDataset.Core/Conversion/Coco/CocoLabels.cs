using System.Diagnostics.CodeAnalysis;
using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Coco;

/// <summary>Creates labels from the annotations of a file and reports those that cannot be converted.</summary>
/// <param name="file">The file.</param>
/// <param name="hasGeometry">Indicates whether labels are boxes; otherwise they are classes of whole images.</param>
/// <param name="includesCrowd">Indicates whether crowds count as objects.</param>
/// <param name="headers">Reads the sizes of images.</param>
/// <param name="log">Receives the annotations that are left out.</param>
internal sealed class CocoLabels(CocoIndex file, bool hasGeometry, bool includesCrowd, ImageHeaders headers, ConversionLog log)
{
    private readonly BoxFitter _fitter = new(log);

    /// <summary>Determines the image and class of an annotation.</summary>
    /// <returns>False if the annotation is left out, which is reported.</returns>
    public bool TryJudge(in CocoAnnotation annotation, [NotNullWhen(true)] out CocoImage? image, out CocoCategory category)
    {
        (image, category) = (null, default);
        if (annotation.ImageId is not null && file.Images.TryGetValue(annotation.ImageId, out CocoImage? annotated))
        {
            annotated?.Image.MarkAnnotated(); // the image is not empty, even if the annotation is left out
        }

        if (annotation.Fault is string fault)
        {
            return Leave(CocoReasons.AnnotationInvalid, annotation, fault);
        }

        if (annotation.ImageId is null || !file.Images.TryGetValue(annotation.ImageId, out image))
        {
            return Leave(CocoReasons.ImageUnknown, annotation, annotation.ImageId is null ? "it has no image_id"
                : $"no image has the id {annotation.ImageId}");
        }

        if (image is null)
        {
            return false; // its image was left out, which has been reported
        }

        string name = image.Image.OriginalName;
        if (annotation.CategoryId is null || !file.Categories.TryGetValue(annotation.CategoryId, out category))
        {
            return Leave(CocoReasons.CategoryUnknown, annotation,
                annotation.CategoryId is null ? $"it has no category_id, in '{name}'"
                    : $"no category has the id {annotation.CategoryId}, in '{name}'");
        }

        if (annotation.IsRegion && !category.IsThing)
        {
            return Leave(CocoReasons.StuffSkipped, annotation, $"'{category.Name}' in '{name}'");
        }

        if (annotation.IsCrowd && !includesCrowd)
        {
            return Leave(CocoReasons.CrowdSkipped, annotation, $"'{category.Name}' in '{name}'");
        }

        return true;
    }

    /// <summary>Creates the label of an annotation; null if there is none.</summary>
    public DqLabel? Make(in CocoAnnotation annotation)
    {
        if (!TryJudge(annotation, out CocoImage? image, out CocoCategory category))
        {
            return null;
        }

        string name = image.Image.OriginalName;
        ImageSize? size = image.SizeBy(headers, file.Path);
        if (!hasGeometry)
        {
            image.IsLabelled = true;
            return image.Image.Is(category.Name, annotation.Line);
        }

        if (annotation.Box is not BoundingBox box)
        {
            Leave(CocoReasons.GeometryMissing, annotation, $"'{category.Name}' in '{name}'");
            return null;
        }

        if (_fitter.Fit(box, size, file.Path, annotation.Line, $"'{category.Name}' in '{name}'") is not BoundingBox fitted)
        {
            return null;
        }

        if (annotation.IsRotated)
        {
            log.Add(CocoReasons.BoxEnclosed, file.Path, annotation.Line, $"'{category.Name}' in '{name}'");
        }

        image.IsLabelled = true;
        return image.Image.Box(category.Name, fitted, annotation.Line);
    }

    /// <summary>Creates labels with Value 0 for the categories that are known to be absent from an image.</summary>
    public IEnumerable<DqLabel> Negatives(CocoImage image)
    {
        foreach (string id in image.Negatives)
        {
            if (file.Categories.TryGetValue(id, out CocoCategory category))
            {
                image.IsLabelled = true;
                yield return image.Image.Is(category.Name, image.Line, value: 0);
            }
        }
    }

    private bool Leave(ConversionReason reason, in CocoAnnotation annotation, string detail)
    {
        log.Add(reason, file.Path, annotation.Line, detail);
        return false;
    }
}
