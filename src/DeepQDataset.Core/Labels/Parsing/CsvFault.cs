namespace DeepQDataset.Labels.Parsing;

/// <summary>Represents a misplaced quote (DQ523).</summary>
/// <param name="Line">The 1-based physical line at which the field with the quote starts.</param>
/// <param name="Column">The 1-based field.</param>
/// <param name="IsClosed">Indicates whether the record still ends on its line; otherwise the quote is never closed.</param>
internal readonly record struct CsvFault(int Line, int Column, bool IsClosed);
