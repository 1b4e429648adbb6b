namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Represents the file meta information (PS3.10 section 7.1). A string is null if the attribute is absent and empty if it has no value.
/// </summary>
/// <param name="strings">Shares strings that repeat from file to file; null for none.</param>
internal sealed class DicomFileMeta(RecentStrings? strings = null)
{
    /// <summary>Gets or sets a value that indicates whether the file starts with the 128-byte preamble and <c>DICM</c>.</summary>
    public bool HasPreamble { get; set; }

    /// <summary>Gets or sets a value that indicates whether there is any element of group 0002.</summary>
    public bool IsPresent { get; set; }

    /// <summary>Gets Transfer Syntax UID (0002,0010) as written.</summary>
    public string? TransferSyntaxUid { get; private set; }

    /// <summary>Gets Media Storage SOP Class UID (0002,0002).</summary>
    public string? MediaStorageSopClassUid { get; private set; }

    /// <summary>Gets Media Storage SOP Instance UID (0002,0003).</summary>
    public string? MediaStorageSopInstanceUid { get; private set; }

    /// <summary>Gets the transfer syntax; null if the UID is not in the standard.</summary>
    public TransferSyntax? TransferSyntax => TransferSyntax.Find(TransferSyntaxUid);

    /// <summary>Gets a value that indicates whether the data set is deflated.</summary>
    public bool IsDeflated => TransferSyntax?.Kind == TransferSyntaxKind.Deflated;

    /// <summary>Gets the encoding of the data set that the file meta information declares.</summary>
    public DicomEncoding DeclaredEncoding => TransferSyntaxUid switch
    {
        null when !IsPresent => DicomEncoding.ImplicitLittleEndian,
        TransferSyntax.ImplicitLittleEndianUid => DicomEncoding.ImplicitLittleEndian,
        TransferSyntax.ExplicitBigEndianUid => new DicomEncoding(true, true),
        _ => DicomEncoding.ExplicitLittleEndian,
    };

    /// <summary>Stores the value of an element. If an element occurs twice, the first one counts.</summary>
    public void Take(uint tag, ReadOnlySpan<byte> value)
    {
        switch (tag)
        {
            case DicomTag.TransferSyntaxUid: TransferSyntaxUid ??= Text(value); break;
            case DicomTag.MediaStorageSopClassUid: MediaStorageSopClassUid ??= Text(value); break;
            case DicomTag.MediaStorageSopInstanceUid: MediaStorageSopInstanceUid ??= DicomValue.ToText(value); break;
        }
    }

    private string Text(ReadOnlySpan<byte> value) => strings is null ? DicomValue.ToText(value) : strings.Get(DicomValue.Trim(value));
}
