namespace DeepQDataset.Imaging.Png;

/// <summary>Takes the pixels of a row, or of an interlaced image's part of one.</summary>
/// <param name="values">A value for each pixel.</param>
/// <param name="y">The row.</param>
/// <param name="x">The column of the first.</param>
/// <param name="step">The number of columns the next is to the right.</param>
internal delegate void PngRowHandler(ReadOnlySpan<int> values, int y, int x, int step);
