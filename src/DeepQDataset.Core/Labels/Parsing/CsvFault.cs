namespace DeepQDataset.Labels.Parsing;

/// <summary>Represents a quote out of place (DQ523).</summary>
/// <param name="Line">The 1-based physical line on which the field with the quote starts.</param>
/// <param name="Column">The 1-based field.</param>
/// <param name="IsClosed">Indicates whether the record ends where its line does all the same; otherwise the quote is never closed.</param>
internal readonly record struct CsvFault(int Line, int Column, bool IsClosed);
