namespace DeepQDataset.Conversion;

/// <summary>Why something of an annotation did not come over as it stood. Each converter has its own beside those that all share.</summary>
/// <param name="Id">A stable name, such as <c>BoxClipped</c>.</param>
/// <param name="One">What is said of one, behind the number: <c>box was clipped to its image</c>.</param>
/// <param name="Many">What is said of several: <c>boxes were clipped to their images</c>.</param>
/// <param name="IsLoss">Whether something was lost; otherwise it is worth a warning, and no more.</param>
public sealed record ConversionReason(string Id, RemedyText One, RemedyText Many, bool IsLoss = true);
