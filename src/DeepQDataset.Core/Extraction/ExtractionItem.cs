using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Extraction;

/// <summary>A file to be unpacked.</summary>
/// <param name="Entry">What is unpacked.</param>
/// <param name="Path">Its path in the destination, <c>/</c>-separated, relative.</param>
internal sealed record ExtractionItem(ZipEntry Entry, string Path);
