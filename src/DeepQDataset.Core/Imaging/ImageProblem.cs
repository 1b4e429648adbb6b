namespace DeepQDataset.Imaging;

/// <summary>Represents the reason why an image could not be read correctly.</summary>
/// <param name="Kind">The kind of problem, which determines the rule.</param>
/// <param name="Detail">The problem, as a clause such as <c>the IHDR chunk is 12 bytes long, not 13</c>.</param>
/// <param name="Offset">The position in bytes from the start of the file.</param>
internal sealed record ImageProblem(ImageProblemKind Kind, string Detail, long Offset);
