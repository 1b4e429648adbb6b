namespace DeepQDataset.Imaging.Png;

/// <summary>Receives the pixels of a row, or of a part of one in an interlaced image.</summary>
/// <param name="values">A value for each pixel.</param>
/// <param name="y">The row.</param>
/// <param name="x">The column of the first value.</param>
/// <param name="step">The number of columns between two values.</param>
internal delegate void PngRowHandler(ReadOnlySpan<int> values, int y, int x, int step);
