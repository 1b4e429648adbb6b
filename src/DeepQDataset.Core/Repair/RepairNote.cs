namespace DeepQDataset.Repair;

/// <summary>Represents a change of a round.</summary>
/// <param name="Rule">The violated rule.</param>
/// <param name="Path">The path of the entry before this round; null for the dataset as a whole.</param>
/// <param name="NewPath">The path after it; null if it is left out.</param>
/// <param name="Message">The change, as a sentence.</param>
/// <param name="Line">The line of label.csv before this round.</param>
internal sealed record RepairNote(DqRule Rule, string? Path, string? NewPath, string Message, int? Line = null);
