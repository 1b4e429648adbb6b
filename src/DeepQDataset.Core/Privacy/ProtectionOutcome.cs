namespace DeepQDataset.Privacy;

/// <summary>Represents the outcome for a file.</summary>
/// <param name="Path">The file, or the zip and its entry.</param>
/// <param name="Protection">The copy; null if there is none.</param>
/// <param name="Failure">The error if it could not be read or written; otherwise null.</param>
/// <param name="LeftOut">The reason why there is nothing to copy, as a clause: it is not DICOM, or is a DICOMDIR; otherwise null.</param>
public sealed record ProtectionOutcome(string Path, DqProtection? Protection, DatasetException? Failure = null, string? LeftOut = null);
