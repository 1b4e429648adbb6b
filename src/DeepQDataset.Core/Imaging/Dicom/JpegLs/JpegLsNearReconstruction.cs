using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Represents samples of any range, lossless or not.</summary>
/// <param name="coding">The coding parameters.</param>
internal readonly struct JpegLsNearReconstruction(JpegLsCoding coding) : IJpegLsReconstruction
{
    private readonly int _maximum = coding.Maximum;
    private readonly int _near = coding.Near;
    private readonly int _span = coding.Range * coding.Step;

    /// <inheritdoc/>
    public int Step { get; } = coding.Step;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(int predicted, int error)
    {
        int value = predicted + (error * Step);
        if (value < -_near)
        {
            value += _span;
        }
        else if (value > _maximum + _near)
        {
            value -= _span;
        }

        return Math.Clamp(value, 0, _maximum);
    }
}
