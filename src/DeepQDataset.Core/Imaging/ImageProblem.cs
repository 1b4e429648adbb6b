namespace DeepQDataset.Imaging;

/// <summary>Why an image could not be read as it should be.</summary>
/// <param name="Kind">What kind of problem, which is also what rule speaks of it.</param>
/// <param name="Detail">What is wrong, as a clause such as <c>the IHDR chunk is 12 bytes long, not 13</c>.</param>
/// <param name="Offset">Where in the file, in bytes from its start.</param>
internal sealed record ImageProblem(ImageProblemKind Kind, string Detail, long Offset);
