using DeepQDataset.Json;

namespace DeepQDataset.LabelMe;

/// <summary>Why a LabelMe JSON, or a shape of it, is not what it should be.</summary>
/// <param name="Message">What is wrong, as a sentence.</param>
/// <param name="Place">Where; null if no place can be named.</param>
internal sealed record LabelMeFault(string Message, JsonPlace? Place);
