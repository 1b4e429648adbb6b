namespace DeepQDataset.Conversion.Voc;

/// <summary>An object of a VOC file with its corners as they stand there.</summary>
/// <param name="Name">Its class.</param>
/// <param name="Left">xmin.</param>
/// <param name="Top">ymin.</param>
/// <param name="Right">xmax.</param>
/// <param name="Bottom">ymax.</param>
/// <param name="Line">The 1-based line it starts in.</param>
internal readonly record struct VocObject(string Name, double Left, double Top, double Right, double Bottom, int Line);
