namespace DeepQDataset.Inventory;

/// <summary>Represents what was found instead of a layout, for a message that explains the remedy (DQ101).</summary>
/// <param name="Rivals">The folders that each contain a layout, in ordinal order, if there are several.</param>
/// <param name="Zips">The number of zips at the root.</param>
/// <param name="Images">The number of files with the extension of an image.</param>
/// <param name="ImageFolder">The folder of the first of those images; empty for the root; null if there are none.</param>
internal sealed record LayoutSearch(IReadOnlyList<string> Rivals, int Zips, long Images, string? ImageFolder);
