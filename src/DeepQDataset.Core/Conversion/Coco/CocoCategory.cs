namespace DeepQDataset.Conversion.Coco;

/// <summary>Represents a category of a COCO file.</summary>
/// <param name="Name">Its name, trimmed.</param>
/// <param name="IsThing">Indicates whether the category is a countable thing; panoptic files distinguish things from stuff.</param>
internal readonly record struct CocoCategory(string Name, bool IsThing);
