namespace DeepQDataset.Inventory;

/// <summary>Where a layout lies.</summary>
/// <param name="EnclosingFolder">The folder that holds it, empty for the root; null if there is none, or several side by side.</param>
/// <param name="IsLabelMe">Indicates whether it is LabelMe's, without <c>image</c> and <c>Classes</c>.</param>
/// <param name="Rivals">The folders that each hold a layout, in ordinal order, when there are several.</param>
internal sealed record LayoutLocation(string? EnclosingFolder, bool IsLabelMe, IReadOnlyList<string> Rivals);
