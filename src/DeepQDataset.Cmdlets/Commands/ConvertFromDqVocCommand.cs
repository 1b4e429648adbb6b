using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Voc;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>
/// Converts Pascal VOC annotations into labels: one with a box for each object, and one with the class 'nothing to label' for an image
/// without any.
/// </summary>
/// <remarks>
/// The input is a folder or zip with XML files, or one file. Official sets count pixels from 1 and include the last one; most tools count
/// from 0. Usually the set determines which; if it does not, there is a warning, and -Origin specifies it.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqVoc ./VOC2012 | Where-Object Class -in cat, dog | New-DqDatasetArchive -DestinationPath pets.zip</code>
/// <para>Packs two classes of an official set.</para>
/// </example>
/// <example>
/// <code>ConvertFrom-DqVoc ./labels -ImageFolder ./images -Origin Zero</code>
/// <para>Converts annotations whose images are elsewhere.</para>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "DqVoc", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertFromDqVocCommand : DqAnnotationCommand
{
    /// <summary>
    /// Specifies whether pixels are counted from 0, or from 1 with the last one included. Auto determines it from the whole set.
    /// </summary>
    [Parameter]
    public VocOrigin Origin { get; set; }

    private protected override IEnumerable<DqLabel> Convert(
        string fullPath, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        VocConverter.Convert(fullPath, new VocOptions { ImageFolder = FullImageFolder, Origin = Origin }, log, progress, cancellation);
}
