using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Extraction;

/// <summary>Represents a file to unpack.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Path">The relative path in the destination, with <c>/</c> as separator.</param>
internal sealed record ExtractionItem(ZipEntry Entry, string Path);
