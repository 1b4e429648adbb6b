namespace DeepQDataset.Json;

/// <summary>Represents a place in a JSON text.</summary>
/// <param name="Line">The 1-based line; lines end with a line feed.</param>
/// <param name="Column">The 1-based character in the line.</param>
internal readonly record struct JsonPlace(int Line, int Column);
