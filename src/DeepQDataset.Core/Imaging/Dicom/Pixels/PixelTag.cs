namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Provides the tags for rendering, in addition to <see cref="DicomTag"/> (PS3.6).</summary>
internal static class PixelTag
{
    public const uint PlanarConfiguration = 0x00280006;
    public const uint HighBit = 0x00280102;
    public const uint PixelRepresentation = 0x00280103;
    public const uint PixelPaddingValue = 0x00280120;
    public const uint PixelPaddingRangeLimit = 0x00280121;
    public const uint WindowCenter = 0x00281050;
    public const uint WindowWidth = 0x00281051;
    public const uint RescaleIntercept = 0x00281052;
    public const uint RescaleSlope = 0x00281053;
    public const uint VoiLutFunction = 0x00281056;

    /// <summary>Red Palette Color Lookup Table Descriptor; green and blue follow.</summary>
    public const uint RedDescriptor = 0x00281101;

    /// <summary>Red Palette Color Lookup Table Data; green and blue follow.</summary>
    public const uint RedData = 0x00281201;

    /// <summary>Segmented Red Palette Color Lookup Table Data; green and blue follow.</summary>
    public const uint RedSegments = 0x00281221;

    public const uint ModalityLutSequence = 0x00283000;
    public const uint LutDescriptor = 0x00283002;
    public const uint LutData = 0x00283006;
    public const uint VoiLutSequence = 0x00283010;
    public const uint FrameVoiLut = 0x00289132;
    public const uint PixelValueTransformation = 0x00289145;
    public const uint SharedGroups = 0x52009229;
    public const uint PerFrameGroups = 0x52009230;
}
