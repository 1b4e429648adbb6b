namespace DeepQDataset.Labels;

/// <summary>Represents what a label says of an image that is known from elsewhere.</summary>
/// <param name="Class">The class's number in <see cref="ImageLabels.Classes"/>.</param>
/// <param name="Value">1 when the image is of the class, 0 if it is not; 1 for a box.</param>
/// <param name="Box">The box; null for classification.</param>
/// <param name="Mask">The mask; null if the task is not segmentation.</param>
internal readonly record struct ImageLabel(int Class, int Value, BoundingBox? Box, LabelMask? Mask = null);
