using DeepQDataset.Json;

namespace DeepQDataset.LabelMe;

/// <summary>Represents a fault of a LabelMe JSON, or of a shape in it.</summary>
/// <param name="Message">The problem, as a sentence.</param>
/// <param name="Place">The position; null if there is none.</param>
internal sealed record LabelMeFault(string Message, JsonPlace? Place);
