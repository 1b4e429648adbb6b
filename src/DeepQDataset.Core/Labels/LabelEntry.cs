namespace DeepQDataset.Labels;

/// <summary>Represents a row of label.csv compactly, with names as indexes.</summary>
/// <param name="Line">The 1-based physical line at which it starts.</param>
/// <param name="Image">The index of the image name.</param>
/// <param name="Class">The index of the class name; −1 if it could not be read.</param>
/// <param name="Detail">The one-hot value, or the index of the box.</param>
internal readonly record struct LabelEntry(int Line, int Image, int Class, int Detail);
