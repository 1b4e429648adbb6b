namespace DeepQDataset.Json;

/// <summary>Where a text is no JSON, and why.</summary>
/// <param name="Message">What is wrong, as a clause such as <c>'}' is not expected here</c>.</param>
/// <param name="Place">Where.</param>
internal sealed record JsonFault(string Message, JsonPlace Place);
