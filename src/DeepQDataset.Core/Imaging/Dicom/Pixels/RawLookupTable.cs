namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Represents a lookup table as its attributes say it.</summary>
internal sealed class RawLookupTable
{
    private LookupTable? _table;
    private bool _isBuilt;

    /// <summary>LUT Descriptor: number of entries, first value mapped, bits an entry.</summary>
    public ushort[]? Descriptor { get; set; }

    /// <summary>Gets or sets a value that indicates whether the descriptor was written with signed numbers.</summary>
    public bool IsDescriptorSigned { get; set; }

    /// <summary>LUT Data as words.</summary>
    public ushort[]? Data { get; set; }

    /// <summary>Gets or sets the number of bytes the data had.</summary>
    public int DataBytes { get; set; }

    /// <summary>Segmented LUT Data as words.</summary>
    public ushort[]? SegmentedData { get; set; }

    /// <summary>Returns the table; null if there is none, or none that can be used.</summary>
    /// <param name="isSigned">Indicates whether the values that it maps are signed.</param>
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
