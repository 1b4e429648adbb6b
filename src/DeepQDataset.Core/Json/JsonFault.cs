namespace DeepQDataset.Json;

/// <summary>Represents the reason why a text is not valid JSON.</summary>
/// <param name="Message">The problem, as a clause such as <c>'}' is not expected here</c>.</param>
/// <param name="Place">The position.</param>
internal sealed record JsonFault(string Message, JsonPlace Place);
