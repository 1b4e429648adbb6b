namespace DeepQDataset.Conversion.Studies;

/// <summary>Represents the outcome of the conversion of an instance.</summary>
/// <param name="Series">The series of the instance.</param>
/// <param name="Index">The index of the instance in the series.</param>
/// <param name="Frames">The numbers of the frames that were written, from 0, in their order.</param>
/// <param name="Width">The width of the frames in pixels.</param>
/// <param name="Height">The height of the frames in pixels.</param>
/// <param name="Remark">How the pixels were read where they are not what the header says, as a sentence; null where they are.</param>
/// <param name="Failure">Why the others were not; null if all were.</param>
internal sealed record StudyOutcome(
    StudySeries Series, int Index, IReadOnlyList<int> Frames, int Width, int Height, string? Remark, DatasetException? Failure)
{
    /// <summary>Gets the instance.</summary>
    public DicomInstance Instance => Series.Instances[Index];
}
