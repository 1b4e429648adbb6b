namespace DeepQDataset.Sources.Zip;

/// <summary>Represents the reason why a file cannot be read as a zip.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Detail">The problem, as a clause such as <c>the file is a RAR archive</c>.</param>
/// <param name="Offset">The position in bytes from the start of the file.</param>
internal sealed record ZipFailure(ZipFailureKind Kind, string Detail, long Offset);
