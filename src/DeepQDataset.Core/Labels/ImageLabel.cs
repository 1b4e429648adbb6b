namespace DeepQDataset.Labels;

/// <summary>Represents a label of a known image.</summary>
/// <param name="Class">The index of the class in <see cref="ImageLabels.Classes"/>.</param>
/// <param name="Value">1 if the image has the class, 0 if it does not; 1 for a box.</param>
/// <param name="Box">The box; null for classification.</param>
/// <param name="Mask">The mask; null if the task is not segmentation.</param>
internal readonly record struct ImageLabel(int Class, int Value, BoundingBox? Box, LabelMask? Mask = null);
