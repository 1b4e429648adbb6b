using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Samples without loss that have all values of their bits: errors wrap as the bits do.</summary>
/// <param name="maximum">MAXVAL.</param>
internal readonly struct JpegLsModularReconstruction(int maximum) : IJpegLsReconstruction
{
    /// <inheritdoc/>
    public int Step => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(int predicted, int error) => (predicted + error) & maximum;
}
