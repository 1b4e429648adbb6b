namespace DeepQDataset.Conversion.Coco;

/// <summary>A category of a COCO file.</summary>
/// <param name="Name">Its name, trimmed.</param>
/// <param name="IsThing">Whether it is of things that can be counted; panoptic files tell them from stuff.</param>
internal readonly record struct CocoCategory(string Name, bool IsThing);
