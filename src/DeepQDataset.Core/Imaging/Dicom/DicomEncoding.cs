using System.Buffers.Binary;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>Represents the encoding of the elements of a data set (PS3.5 section 7.1).</summary>
/// <param name="IsExplicit">Indicates whether each element has its value representation.</param>
/// <param name="IsBigEndian">Indicates whether numbers start with their most significant byte.</param>
internal readonly record struct DicomEncoding(bool IsExplicit, bool IsBigEndian)
{
    /// <summary>
    /// Gets implicit VR, little endian: the default of networks, and the encoding inside an element of unknown representation.
    /// </summary>
    public static DicomEncoding ImplicitLittleEndian => new(false, false);

    /// <summary>Gets explicit VR, little endian: the encoding of the file meta information, and the usual one.</summary>
    public static DicomEncoding ExplicitLittleEndian => new(true, false);

    /// <summary>
    /// Gets the transfer syntax of native pixel data in this encoding; null for implicit big endian, which does not exist.
    /// </summary>
    public string? NativeTransferSyntaxUid => (IsExplicit, IsBigEndian) switch
    {
        (true, false) => TransferSyntax.ExplicitLittleEndianUid,
        (true, true) => TransferSyntax.ExplicitBigEndianUid,
        (false, false) => TransferSyntax.ImplicitLittleEndianUid,
        _ => null,
    };

    /// <summary>
    /// Determines the encoding of a data set by its first element, since declared encodings may be wrong. The lowest groups come first, so
    /// one byte of the group is zero; and two capital letters that form a value representation are an implausible length.
    /// </summary>
    /// <param name="bytes">The first bytes of the data set.</param>
    /// <param name="declared">The declared encoding, which is used if the bytes are ambiguous.</param>
    public static DicomEncoding Recognize(ReadOnlySpan<byte> bytes, DicomEncoding declared)
    {
        if (bytes.Length < 8)
        {
            return declared;
        }

        bool isBigEndian = bytes[0] == bytes[1] ? declared.IsBigEndian : bytes[0] == 0 || (bytes[1] != 0 && declared.IsBigEndian);
        ushort vr = ValueRepresentation.Read(bytes[4..]);
        bool isExplicit = ValueRepresentation.IsKnown(vr) || (declared.IsExplicit && ValueRepresentation.IsWellFormed(vr));
        return new DicomEncoding(isExplicit, isBigEndian);
    }

    /// <summary>Reads a 16-bit number.</summary>
    public ushort ReadUInt16(ReadOnlySpan<byte> bytes) =>
        IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    /// <summary>Reads a 32-bit number.</summary>
    public uint ReadUInt32(ReadOnlySpan<byte> bytes) =>
        IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
