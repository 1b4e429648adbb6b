namespace DeepQDataset.Sources.Zip;

/// <summary>Represents what keeps a file from being read as a zip.</summary>
/// <param name="Kind">What kind of failure.</param>
/// <param name="Detail">What is wrong, as a clause such as <c>the file is a RAR archive</c>.</param>
/// <param name="Offset">Where in the file, in bytes from its start.</param>
internal sealed record ZipFailure(ZipFailureKind Kind, string Detail, long Offset);
