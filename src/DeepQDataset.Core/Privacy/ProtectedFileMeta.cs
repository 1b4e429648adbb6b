using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Privacy;

/// <summary>
/// Writes the part of a file before the data set (PS3.10 section 7.1): a preamble of zeros, since it may contain a header of another format
/// with its own data, and file meta information with only the required attributes, without application titles or private information.
/// </summary>
internal static class ProtectedFileMeta
{
    private const uint Version = 0x00020001;
    private const uint ImplementationClassUid = 0x00020012;
    private const uint ImplementationVersionName = 0x00020013;
    private const int PreambleLength = 128;

    /// <summary>The implementation class UID of this writer, made from a random UUID (PS3.5 section B.2).</summary>
    private const string Implementation = "2.25.96340117415906143028350914266315724519";

    /// <summary>Writes preamble, prefix and file meta information.</summary>
    /// <param name="destination">The destination stream.</param>
    /// <param name="subject">The result of reading the file.</param>
    /// <param name="sopInstanceUid">The new UID of the instance.</param>
    public static void Write(Stream destination, ProtectionSubject subject, string sopInstanceUid)
    {
        using MemoryStream bytes = new();
        DicomElementWriter body = new(bytes);
        DicomEncoding encoding = DicomEncoding.ExplicitLittleEndian;
        body.Write(Version, ValueRepresentation.OB, "\0\u0001", encoding);
        body.Write(DicomTag.MediaStorageSopClassUid, ValueRepresentation.UI, subject.SopClassUid ?? "", encoding);
        body.Write(DicomTag.MediaStorageSopInstanceUid, ValueRepresentation.UI, sopInstanceUid, encoding);
        body.Write(DicomTag.TransferSyntaxUid, ValueRepresentation.UI, subject.TransferSyntaxUid, encoding);
        body.Write(ImplementationClassUid, ValueRepresentation.UI, Implementation, encoding);
        body.Write(ImplementationVersionName, ValueRepresentation.SH, "DEEPQDATASET", encoding);
        destination.Write(new byte[PreambleLength]);
        destination.Write("DICM"u8);
        Span<byte> length = stackalloc byte[sizeof(uint)];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)bytes.Length);
        new DicomElementWriter(destination).Write(DicomTag.FileMetaGroupLength, ValueRepresentation.UL, length, encoding);
        bytes.WriteTo(destination);
    }
}
