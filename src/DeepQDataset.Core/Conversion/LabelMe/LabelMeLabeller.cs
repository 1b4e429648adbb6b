using DeepQDataset.LabelMe;
using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.LabelMe;

/// <summary>Creates the labels of LabelMe files.</summary>
/// <param name="options">The options.</param>
/// <param name="headers">Reads the sizes of images.</param>
/// <param name="log">Receives losses.</param>
internal sealed class LabelMeLabeller(LabelMeOptions options, ImageHeaders headers, ConversionLog log)
{
    private readonly BoxFitter _boxes = new(log);

    /// <summary>
    /// Returns the labels of a file. If there are none, returns one that states that the image is empty, or one without a class.
    /// </summary>
    public IEnumerable<DqLabel> LabelsOf(LabelMeAnnotations file)
    {
        if (file.Image is not ConvertedImage image)
        {
            return []; // already reported
        }

        List<DqLabel> labels = [];
        if (options.Task == DqTask.Detection)
        {
            AddBoxes(file, image, labels);
        }
        else
        {
            AddClasses(file, image, labels);
        }

        AddFlags(file, image, labels);
        return labels.Count > 0 ? labels : [image.Empty()];
    }

    private void AddBoxes(LabelMeAnnotations file, ConvertedImage image, List<DqLabel> labels)
    {
        ImageSize? size = SizeOf(file, image);
        foreach (LabelMeShape shape in file.Content.Shapes)
        {
            string subject = $"{shape.TypeName} '{shape.Label}' in '{image.OriginalName}'";
            if (IsUsable(file, shape) && _boxes.Fit(shape.Box, size, file.Path, shape.Place.Line, subject) is BoundingBox box)
            {
                labels.Add(image.Box(shape.Label, box, shape.Place.Line));
            }
        }
    }

    private void AddClasses(LabelMeAnnotations file, ConvertedImage image, List<DqLabel> labels)
    {
        HashSet<string> classes = new(StringComparer.Ordinal);
        foreach (LabelMeShape shape in file.Content.Shapes)
        {
            if (options.Task == DqTask.None)
            {
                log.Add(LabelMeReasons.ShapeBesideFlags, file.Path, shape.Place.Line, $"{shape.TypeName} '{shape.Label}'");
            }
            else if (IsUsable(file, shape) && classes.Add(shape.Label))
            {
                labels.Add(image.Is(shape.Label, shape.Place.Line));
            }
        }
    }

    /// <summary>Adds the flags of a file as classes, or reports that they are left out.</summary>
    public void AddFlags(LabelMeAnnotations file, ConvertedImage image, List<DqLabel> labels)
    {
        foreach (string flag in file.Content.Flags)
        {
            if (!options.FlagsAsLabels)
            {
                log.Add(LabelMeReasons.FlagLeftOut, file.Path, null, $"'{flag}' of '{image.OriginalName}'");
            }
            else if (!labels.Exists(label => string.Equals(label.Class, flag, StringComparison.Ordinal)))
            {
                labels.Add(image.Is(flag, line: null));
            }
        }
    }

    /// <summary>Determines whether a shape has an area, and reports one that does not.</summary>
    public bool IsUsable(LabelMeAnnotations file, LabelMeShape shape)
    {
        ConversionReason? reason = shape.Kind == LabelMeShapeKind.Unknown ? LabelMeReasons.ShapeUnknown
            : !LabelMeShapeKinds.HasArea(shape.Kind) ? LabelMeReasons.ShapeWithoutArea
            : shape.IsBroken ? LabelMeReasons.ShapeBroken
            : null;
        if (reason is not null)
        {
            log.Add(reason, file.Path, shape.Place.Line, $"{shape.TypeName} '{shape.Label}'");
        }

        return reason is null;
    }

    /// <summary>
    /// Returns the size of the image that the shapes refer to. LabelMe shows images with their EXIF orientation: if the file gives the size
    /// as shown, the shapes refer to the image as shown.
    /// </summary>
    private ImageSize? SizeOf(LabelMeAnnotations file, ConvertedImage image)
    {
        ImageSize? declared = DeclaredSize(file.Content);
        if (image.File is null)
        {
            return file.EmbeddedSize ?? declared;
        }

        return declared is not null && headers.ShownSizeOf(image.File) == declared
            ? declared
            : headers.Check(image, declared, file.Path, file.Content.ImageSizePlace?.Line);
    }

    /// <summary>Returns the size of the image after orientation.</summary>
    public ImageSize? ShownSizeOf(LabelMeAnnotations file, ConvertedImage image) => image.File is null
        ? file.EmbeddedShownSize ?? DeclaredSize(file.Content)
        : headers.MaskSize(image, DeclaredSize(file.Content), file.Path, file.Content.ImageSizePlace?.Line);

    private static ImageSize? DeclaredSize(LabelMeFile content) => content is { ImageWidth: double width, ImageHeight: double height }
        && width >= 1 && height >= 1 && width <= int.MaxValue && height <= int.MaxValue
        ? new ImageSize((int)width, (int)height)
        : null;
}
