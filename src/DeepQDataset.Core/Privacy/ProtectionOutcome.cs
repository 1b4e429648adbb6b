namespace DeepQDataset.Privacy;

/// <summary>Represents what became of a file.</summary>
/// <param name="Path">The file, or the zip and the entry in it.</param>
/// <param name="Protection">The copy; null if there is none.</param>
/// <param name="Failure">Why it could not be read or written; null if neither went wrong.</param>
/// <param name="LeftOut">Why it is nothing to copy, as a clause: it is not DICOM, or a DICOMDIR; null otherwise.</param>
public sealed record ProtectionOutcome(string Path, DqProtection? Protection, DatasetException? Failure = null, string? LeftOut = null);
