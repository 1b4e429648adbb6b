namespace DeepQDataset.Repair;

/// <summary>Represents a change, before the whole of them is known.</summary>
/// <param name="Rule">The rule that was broken.</param>
/// <param name="Path">The entry before this round; null for the dataset as a whole.</param>
/// <param name="NewPath">The entry after it; null if it is left out.</param>
/// <param name="Message">What was done, as a sentence.</param>
/// <param name="Line">The line of label.csv before this round.</param>
internal sealed record RepairNote(DqRule Rule, string? Path, string? NewPath, string Message, int? Line = null);
