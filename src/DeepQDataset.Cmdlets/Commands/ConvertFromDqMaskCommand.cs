using System.Collections;
using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.MaskImages;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>
/// Turns mask images (PNG) into labels: one with a mask for each image and class; one with the class 'nothing to label' for each image
/// whose
/// masks are empty, one without a class for each image without a mask.
/// </summary>
/// <remarks>
/// Takes a folder or zip with masks, or one mask. Images lie in -ImageFolder, or in images or image beside the masks. A mask is called as
/// its image is, and the values of its pixels are classes, which -ClassMap names; or there is a mask for each class, a_lesion.png or
/// lesion/a.png, in which all that is not 0 is inside. Values are grey levels as stored or indices in the palette; colours are named like
/// '#FF0000'. 0 is no class, unless -ClassMap gives it one. A mask of another size than its image, turned upright, is an error.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqMask ./masks -ImageFolder ./images -ClassMap @{ 1 = 'lesion'; 2 = 'vessel'; 255 = '' } | New-DqDatasetArchive -Platform 3.0 -DestinationPath lesions.zip</code>
/// <para>Packs masks of two classes for edition 3.0 of the platform; 255, the border, is no class.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqMask ./masks -Form Suffixes | Measure-DqDataset</code>
/// <para>Says how large a part of their images the classes cover that lesions_001_polyp.png and the like show.</para>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "DqMask", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertFromDqMaskCommand : DqAnnotationCommand
{
    /// <summary>
    /// Specifies the class of each value of a mask's pixels: @{ 1 = 'lesion' }. An empty class means none. Values that it does not name are
    /// counted and told of. Without it, classes are named by their values.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? ClassMap { get; set; }

    /// <summary>
    /// Values (a.png, whose values are classes), Suffixes (a_lesion.png) or Folders (lesion/a.png). By default Values with -ClassMap, else
    /// as the names tell.
    /// </summary>
    [Parameter]
    public MaskImageForm Form { get; set; }

    private protected override IEnumerable<DqLabel> Convert(
        string fullPath, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        MaskImageOptions options = new()
        {
            ImageFolder = FullImageFolder,
            Form = Form,
            Classes = ClassMap is null ? null : ValueClasses.Read(ClassMap),
        };
        return MaskImageConverter.Convert(fullPath, options, log, progress, cancellation);
    }
}
