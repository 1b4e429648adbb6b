namespace DeepQDataset.Inventory;

/// <summary>Represents what was seen where no layout was found; it tells a user what to do about it (DQ101).</summary>
/// <param name="Rivals">The folders that each hold a layout of their own, in ordinal order, when there are several side by side.</param>
/// <param name="Zips">The number of zips that lie at the root.</param>
/// <param name="Images">The number of files that anywhere have the extension of an image.</param>
/// <param name="ImageFolder">The folder of the first of those images; empty for the root; null without images.</param>
internal sealed record LayoutSearch(IReadOnlyList<string> Rivals, int Zips, long Images, string? ImageFolder);
