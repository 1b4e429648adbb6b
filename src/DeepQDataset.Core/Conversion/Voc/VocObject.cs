namespace DeepQDataset.Conversion.Voc;

/// <summary>Represents an object of a VOC file with its corners as stored.</summary>
/// <param name="Name">The class.</param>
/// <param name="Left">The value of xmin.</param>
/// <param name="Top">The value of ymin.</param>
/// <param name="Right">The value of xmax.</param>
/// <param name="Bottom">The value of ymax.</param>
/// <param name="Line">The 1-based line it starts in.</param>
internal readonly record struct VocObject(string Name, double Left, double Top, double Right, double Bottom, int Line);
