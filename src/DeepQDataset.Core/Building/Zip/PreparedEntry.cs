using DeepQDataset.Building.Planning;

namespace DeepQDataset.Building.Zip;

/// <summary>An entry whose sizes and checksum are known.</summary>
/// <param name="Planned">What was planned.</param>
/// <param name="IsDeflated">Whether its bytes are deflated; stored otherwise.</param>
/// <param name="Crc">The CRC-32 of the content.</param>
/// <param name="Length">The content's size in bytes.</param>
/// <param name="CompressedLength">The size in the archive in bytes.</param>
internal readonly record struct PreparedEntry(PlannedEntry Planned, bool IsDeflated, uint Crc, long Length, long CompressedLength);
