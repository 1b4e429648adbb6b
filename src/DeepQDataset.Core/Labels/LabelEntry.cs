namespace DeepQDataset.Labels;

/// <summary>Represents a row of label.csv in little room: names by their number in the table.</summary>
/// <param name="Line">The 1-based physical line it starts on.</param>
/// <param name="Image">The number of the image's name.</param>
/// <param name="Class">The number of the class's name; −1 where it could not be read.</param>
/// <param name="Detail">The one-hot value, or the number of the box.</param>
internal readonly record struct LabelEntry(int Line, int Image, int Class, int Detail);
