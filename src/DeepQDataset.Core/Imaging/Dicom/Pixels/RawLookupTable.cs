namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>A lookup table as its attributes say it.</summary>
internal sealed class RawLookupTable
{
    private LookupTable? _table;
    private bool _isBuilt;

    /// <summary>LUT Descriptor: number of entries, first value mapped, bits an entry.</summary>
    public ushort[]? Descriptor { get; set; }

    /// <summary>Whether the descriptor was written with signed numbers.</summary>
    public bool IsDescriptorSigned { get; set; }

    /// <summary>LUT Data as words.</summary>
    public ushort[]? Data { get; set; }

    /// <summary>How many bytes the data had.</summary>
    public int DataBytes { get; set; }

    /// <summary>Segmented LUT Data as words.</summary>
    public ushort[]? SegmentedData { get; set; }

    /// <summary>The table; null where there is none, or none that can be used.</summary>
    /// <param name="isSigned">Whether the values that it maps are signed.</param>
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
