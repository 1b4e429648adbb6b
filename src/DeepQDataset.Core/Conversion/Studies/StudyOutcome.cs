namespace DeepQDataset.Conversion.Studies;

/// <summary>Represents the outcome of the conversion of an instance.</summary>
/// <param name="Series">The series of the instance.</param>
/// <param name="Index">The index of the instance in the series.</param>
/// <param name="Frames">The number of leading frames that were written.</param>
/// <param name="Width">The width of the frames in pixels.</param>
/// <param name="Height">The height of the frames in pixels.</param>
/// <param name="Failure">The reason why not all frames were written; null if all were.</param>
internal sealed record StudyOutcome(StudySeries Series, int Index, int Frames, int Width, int Height, DatasetException? Failure)
{
    /// <summary>Gets the instance.</summary>
    public DicomInstance Instance => Series.Instances[Index];
}
