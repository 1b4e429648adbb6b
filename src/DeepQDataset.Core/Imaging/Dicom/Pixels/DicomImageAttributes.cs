namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Represents the attributes of the pixels and their display, as stored (PS3.3 sections C.7.6.3, C.11.1, C.11.2, C.7.6.16). Null if an
/// attribute is absent.
/// </summary>
internal sealed class DicomImageAttributes
{
    /// <summary>Gets or sets Rows (0028,0010).</summary>
    public int? Rows { get; set; }

    /// <summary>Gets or sets Columns (0028,0011).</summary>
    public int? Columns { get; set; }

    /// <summary>Gets or sets Samples per Pixel (0028,0002).</summary>
    public int? SamplesPerPixel { get; set; }

    /// <summary>Gets or sets Photometric Interpretation (0028,0004).</summary>
    public string? Photometric { get; set; }

    /// <summary>Gets or sets Planar Configuration (0028,0006).</summary>
    public int? PlanarConfiguration { get; set; }

    /// <summary>Gets or sets Number of Frames (0028,0008).</summary>
    public int? NumberOfFrames { get; set; }

    /// <summary>Gets or sets Bits Allocated (0028,0100).</summary>
    public int? BitsAllocated { get; set; }

    /// <summary>Gets or sets Bits Stored (0028,0101).</summary>
    public int? BitsStored { get; set; }

    /// <summary>Gets or sets High Bit (0028,0102).</summary>
    public int? HighBit { get; set; }

    /// <summary>Gets or sets Pixel Representation (0028,0103).</summary>
    public int? PixelRepresentation { get; set; }

    /// <summary>Gets or sets Pixel Padding Value (0028,0120), as its 16 bits.</summary>
    public int? PixelPaddingValue { get; set; }

    /// <summary>Gets or sets Pixel Padding Range Limit (0028,0121), as its 16 bits.</summary>
    public int? PixelPaddingRangeLimit { get; set; }

    /// <summary>Gets the display attributes of the whole image.</summary>
    public FrameAttributes Image { get; } = new();

    /// <summary>Gets the display attributes of the shared functional groups.</summary>
    public FrameAttributes Shared { get; } = new();

    /// <summary>Gets the display attributes of the per-frame functional groups; empty if there are none.</summary>
    public List<FrameAttributes> PerFrame { get; } = [];

    /// <summary>Gets the first item of the modality LUT sequence (0028,3000).</summary>
    public RawLookupTable ModalityTable { get; } = new();

    /// <summary>Gets the first item of the VOI LUT sequence (0028,3010).</summary>
    public RawLookupTable VoiTable { get; } = new();

    /// <summary>Gets the red, green and blue tables of the palette.</summary>
    public RawLookupTable[] Palette { get; } = [new(), new(), new()];

    /// <summary>Gets the meaning of the samples.</summary>
    public PhotometricKind PhotometricKind => Photometric switch
    {
        "MONOCHROME1" => PhotometricKind.Monochrome1,
        "MONOCHROME2" => PhotometricKind.Monochrome2,
        "PALETTE COLOR" => PhotometricKind.PaletteColor,
        "RGB" => PhotometricKind.Rgb,
        "YBR_FULL" => PhotometricKind.YbrFull,
        "YBR_FULL_422" => PhotometricKind.YbrFull422,
        _ => PhotometricKind.Unsupported,
    };

    /// <summary>Returns the stored values that are padding (PS3.3 section C.7.5.1.1.2); null if there are none.</summary>
    /// <param name="format">The pixel format.</param>
    public (int Low, int High)? Padding(PixelFormat format)
    {
        if (PixelPaddingValue is not int value || format.BitsStored > 16)
        {
            return null;
        }

        int first = Number(value, format);
        int last = PixelPaddingRangeLimit is int limit ? Number(limit, format) : first;
        return (Math.Min(first, last), Math.Max(first, last));
    }

    /// <summary>Returns the display settings of a frame: those of the frame, or of all frames, or of the image.</summary>
    /// <param name="frame">The 0-based index of the frame.</param>
    /// <param name="format">How the pixels are described.</param>
    public GrayscaleSettings Settings(int frame, PixelFormat format)
    {
        FrameAttributes own = frame < PerFrame.Count ? PerFrame[frame] : Shared;
        FrameAttributes rescale = own.HasRescale ? own : Shared.HasRescale ? Shared : Image;
        FrameAttributes window = own.HasWindow ? own : Shared.HasWindow ? Shared : Image;
        GrayscaleSettings settings = new()
        {
            Slope = rescale.Slope is double slope && slope != 0 ? slope : 1,
            Intercept = rescale.Intercept ?? 0,
            ModalityTable = ModalityTable.Build(format.IsSigned),
            Window = window.Window,
        };
        return settings with { VoiTable = VoiTable.Build(MayBeNegative(settings, format)) };
    }

    /// <summary>
    /// Whether the first value that a VOI LUT maps is signed: it is where the rescale can give negative values, whether pixels are signed
    /// or not; what a modality LUT gives is never negative (PS3.3 section C.11.2.1.1).
    /// </summary>
    private static bool MayBeNegative(GrayscaleSettings settings, PixelFormat format)
    {
        (long lowest, long highest) = format.StoredRange;
        return settings.ModalityTable is null && Math.Min(settings.ToModality(lowest), settings.ToModality(highest)) < 0;
    }

    private static int Number(int bits, PixelFormat format)
    {
        int unused = 32 - format.BitsStored;
        return format.IsSigned ? (bits << unused) >> unused : bits & ((1 << format.BitsStored) - 1);
    }
}
