namespace DeepQDataset.Inventory;

/// <summary>Represents the location of a layout.</summary>
/// <param name="EnclosingFolder">The folder that contains it, empty for the root; null if there is none, or several.</param>
/// <param name="IsLabelMe">Indicates whether the layout is LabelMe's, without <c>image</c> and <c>Classes</c>.</param>
/// <param name="Rivals">The folders that each contain a layout, in ordinal order, if there are several.</param>
internal sealed record LayoutLocation(string? EnclosingFolder, bool IsLabelMe, IReadOnlyList<string> Rivals);
