using System.Buffers.Binary;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>How a data set's elements are written (PS3.5 section 7.1).</summary>
/// <param name="IsExplicit">Indicates whether each element names its value representation.</param>
/// <param name="IsBigEndian">Indicates whether numbers start with their most significant byte.</param>
internal readonly record struct DicomEncoding(bool IsExplicit, bool IsBigEndian)
{
    /// <summary>Implicit VR, little endian: the default of networks and of data inside an element of unknown representation.</summary>
    public static DicomEncoding ImplicitLittleEndian => new(false, false);

    /// <summary>Explicit VR, little endian: that of the file meta information, and the usual one.</summary>
    public static DicomEncoding ExplicitLittleEndian => new(true, false);

    /// <summary>Gets the transfer syntax of native pixel data in this encoding; null for implicit big endian, which none has.</summary>
    public string? NativeTransferSyntaxUid => (IsExplicit, IsBigEndian) switch
    {
        (true, false) => TransferSyntax.ExplicitLittleEndianUid,
        (true, true) => TransferSyntax.ExplicitBigEndianUid,
        (false, false) => TransferSyntax.ImplicitLittleEndianUid,
        _ => null,
    };

    /// <summary>
    /// Says how a data set is written by its first element, since files lie about it: the lowest groups come first, so one byte of the
    /// group is zero, and two capital letters that name a value representation make no sensible length.
    /// </summary>
    /// <param name="bytes">The data set's first bytes.</param>
    /// <param name="declared">How it says it is written; decides where the bytes do not.</param>
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
