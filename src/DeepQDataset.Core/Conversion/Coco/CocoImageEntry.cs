namespace DeepQDataset.Conversion.Coco;

/// <summary>An image as a COCO file lists it.</summary>
/// <param name="Id">Its id as text: numbers and texts are both seen.</param>
/// <param name="FileName">Its file's name or path.</param>
/// <param name="Declared">Its size; null where none is given.</param>
/// <param name="Line">The 1-based line it stands in.</param>
/// <param name="Negatives">
/// The ids of categories that are known not to be in it (<c>neg_category_ids</c>, as LVIS has them); null for none.
/// </param>
/// <param name="IsPartial">Whether some category may be in it without an annotation (<c>not_exhaustive_category_ids</c>).</param>
internal readonly record struct CocoImageEntry(
    string Id, string FileName, ImageSize? Declared, int Line, string[]? Negatives, bool IsPartial);
