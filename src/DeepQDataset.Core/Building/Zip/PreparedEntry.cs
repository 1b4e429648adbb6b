using DeepQDataset.Building.Planning;

namespace DeepQDataset.Building.Zip;

/// <summary>Represents an entry with known sizes and checksum.</summary>
/// <param name="Planned">The planned entry.</param>
/// <param name="IsDeflated">Indicates whether the entry is deflated; otherwise it is stored.</param>
/// <param name="Crc">The CRC-32 of the content.</param>
/// <param name="Length">The content's size in bytes.</param>
/// <param name="CompressedLength">The size in the archive in bytes.</param>
internal readonly record struct PreparedEntry(PlannedEntry Planned, bool IsDeflated, uint Crc, long Length, long CompressedLength);
