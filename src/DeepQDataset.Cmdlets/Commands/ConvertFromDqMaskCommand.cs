using System.Collections;
using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.MaskImages;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>
/// Converts mask images (PNG) into labels: one with a mask for each image and class, one with the class 'nothing to label' for each image
/// with empty masks, and one without a class for each image without a mask.
/// </summary>
/// <remarks>
/// The input is a folder or zip with masks, or one mask. Images are in -ImageFolder, or in images or image beside the masks. Either a mask
/// has the name of its image, and its pixel values are classes, which -ClassMap names; or there is one mask for each class, a_lesion.png or
/// lesion/a.png, in which all pixels other than 0 are inside. Values are grey levels as stored or palette indexes; colours are written as
/// '#FF0000'. 0 is not a class, unless -ClassMap gives it one. A mask whose size differs from that of its image, after orientation, is an
/// error.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqMask ./masks -ImageFolder ./images -ClassMap @{ 1 = 'lesion'; 2 = 'vessel'; 255 = '' } | New-DqDatasetArchive
/// -Platform 3.0 -DestinationPath lesions.zip</code>
/// <para>Packs masks of two classes for edition 3.0 of the platform; 255, the border, is not a class.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqMask ./masks -Form Suffixes | Measure-DqDataset</code>
/// <para>Shows how large a part of their images the classes in masks such as lesions_001_polyp.png cover.</para>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "DqMask", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertFromDqMaskCommand : DqAnnotationCommand
{
    /// <summary>
    /// Specifies the class of each pixel value of a mask: @{ 1 = 'lesion' }. An empty class means no class. Values that are not in the
    /// table are counted and reported. By default, values are the names of classes.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? ClassMap { get; set; }

    /// <summary>
    /// Specifies the form: Values (a.png, whose values are classes), Suffixes (a_lesion.png) or Folders (lesion/a.png). The default is
    /// Values with -ClassMap; otherwise it is determined by the names.
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
