namespace DeepQDataset.Conversion.Studies;

/// <summary>What became of an instance.</summary>
/// <param name="Series">Its series.</param>
/// <param name="Index">Its place in it.</param>
/// <param name="Frames">How many frames were written, the first ones.</param>
/// <param name="Width">Their width in pixels.</param>
/// <param name="Height">Their height in pixels.</param>
/// <param name="Failure">Why no more were written; null if all were.</param>
internal sealed record StudyOutcome(StudySeries Series, int Index, int Frames, int Width, int Height, DatasetException? Failure)
{
    /// <summary>The instance.</summary>
    public DicomInstance Instance => Series.Instances[Index];
}
