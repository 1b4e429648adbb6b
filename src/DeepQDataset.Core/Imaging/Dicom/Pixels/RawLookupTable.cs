namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Represents the attributes of a lookup table as stored.</summary>
internal sealed class RawLookupTable
{
    private readonly LookupTable?[] _tables = new LookupTable?[2];
    private readonly bool[] _isBuilt = new bool[2];

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
        int place = isSigned || IsDescriptorSigned ? 1 : 0;
        if (!_isBuilt[place])
        {
            _isBuilt[place] = true;
            _tables[place] = Build(place == 1, Descriptor);
        }

        return _tables[place];
    }

    private LookupTable? Build(bool isFirstSigned, ushort[]? descriptor)
    {
        ushort[]? entries = Data ?? (SegmentedData is null ? null : SegmentedPalette.Expand(SegmentedData));
        int bytes = Data is null ? 2 * (entries?.Length ?? 0) : DataBytes;
        return descriptor is null || entries is null ? null : LookupTable.TryCreate(descriptor, isFirstSigned, entries, bytes);
    }
}
