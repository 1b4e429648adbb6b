namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Represents the attributes of a lookup table as stored.</summary>
internal sealed class RawLookupTable
{
    private LookupTable? _table;
    private bool _isBuilt;

    /// <summary>Gets or sets the LUT Descriptor: the number of entries, the first value mapped, and the bits of an entry.</summary>
    public ushort[]? Descriptor { get; set; }

    /// <summary>Gets or sets a value that indicates whether the descriptor was written with signed numbers.</summary>
    public bool IsDescriptorSigned { get; set; }

    /// <summary>Gets or sets LUT Data as words.</summary>
    public ushort[]? Data { get; set; }

    /// <summary>Gets or sets the length of the data in bytes.</summary>
    public int DataBytes { get; set; }

    /// <summary>Gets or sets Segmented LUT Data as words.</summary>
    public ushort[]? SegmentedData { get; set; }

    /// <summary>Creates the table; null if there is none, or it is invalid.</summary>
    /// <param name="isSigned">Indicates whether the mapped values are signed.</param>
    public LookupTable? Build(bool isSigned)
    {
        if (_isBuilt)
        {
            return _table;
        }

        _isBuilt = true;
        if (Descriptor is null)
        {
            return null;
        }

        ushort[]? entries = Data ?? (SegmentedData is null ? null : SegmentedPalette.Expand(SegmentedData));
        int bytes = Data is null ? 2 * (entries?.Length ?? 0) : DataBytes;
        _table = entries is null ? null : LookupTable.TryCreate(Descriptor, isSigned || IsDescriptorSigned, entries, bytes);
        return _table;
    }
}
