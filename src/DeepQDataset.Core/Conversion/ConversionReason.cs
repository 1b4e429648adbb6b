namespace DeepQDataset.Conversion;

/// <summary>
/// Represents a reason why something could not be converted unchanged. Each converter has its own reasons in addition to the shared ones.
/// </summary>
/// <param name="Id">The stable id, such as <c>BoxClipped</c>.</param>
/// <param name="One">The text for one occurrence, after the number: <c>box was clipped to its image</c>.</param>
/// <param name="Many">The text for several occurrences: <c>boxes were clipped to their images</c>.</param>
/// <param name="IsLoss">Indicates whether something was lost; otherwise it is only a warning.</param>
public sealed record ConversionReason(string Id, RemedyText One, RemedyText Many, bool IsLoss = true);
