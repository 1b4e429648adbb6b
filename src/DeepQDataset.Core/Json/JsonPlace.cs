namespace DeepQDataset.Json;

/// <summary>Represents a position in a JSON text.</summary>
/// <param name="Line">The 1-based line; lines end with a line feed.</param>
/// <param name="Column">The 1-based character on the line.</param>
internal readonly record struct JsonPlace(int Line, int Column);
