using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Represents lossless samples that use all values of their bits, so that errors wrap with the bits.</summary>
/// <param name="maximum">MAXVAL.</param>
internal readonly struct JpegLsModularReconstruction(int maximum) : IJpegLsReconstruction
{
    /// <inheritdoc/>
    public int Step => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(int predicted, int error) => (predicted + error) & maximum;
}
