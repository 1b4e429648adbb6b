namespace DeepQDataset.Conversion.Coco;

/// <summary>Represents the entry of an image in a COCO file.</summary>
/// <param name="Id">The id as text; files use numbers as well as strings.</param>
/// <param name="FileName">The name or path of the image file.</param>
/// <param name="Declared">The declared size; null if there is none.</param>
/// <param name="Line">The 1-based line it stands in.</param>
/// <param name="Negatives">
/// The ids of the categories that are known to be absent from the image (LVIS: <c>neg_category_ids</c>); null for none.
/// </param>
/// <param name="IsPartial">
/// Indicates whether some categories may be present without an annotation (<c>not_exhaustive_category_ids</c>).
/// </param>
internal readonly record struct CocoImageEntry(
    string Id, string FileName, ImageSize? Declared, int Line, string[]? Negatives, bool IsPartial);
