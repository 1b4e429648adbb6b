using System.Buffers.Binary;
using System.Globalization;

namespace DeepQDataset.Imaging.Png;

/// <summary>
/// Collects the values of the IHDR chunk, the orientation and the frames for PngProbe (PNG, third edition, section 11.2.1).
/// </summary>
internal sealed class PngHeader
{
    private int _width;
    private int _height;
    private byte _bitDepth;

    /// <summary>Gets the colour type: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha.</summary>
    public byte ColorType { get; private set; }

    /// <summary>Gets a value that indicates whether the rows are interlaced by Adam7.</summary>
    public bool IsInterlaced { get; private set; }

    /// <summary>Gets or sets the EXIF orientation, 1 to 8.</summary>
    public int Orientation { get; set; } = ExifReader.Upright;

    /// <summary>Gets or sets the metadata about place and author.</summary>
    public ImageMetadata Metadata { get; set; }

    /// <summary>Gets or sets the number of frames in an acTL chunk; 0 for a still image.</summary>
    public int Frames { get; set; }

    /// <summary>Reads the 13 bytes of data of the chunk.</summary>
    /// <returns>The problem and its offset in the data; null if there is none.</returns>
    public (string Detail, int Offset)? Read(ReadOnlySpan<byte> data)
    {
        uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        _bitDepth = data[8];
        ColorType = data[9];
        if (width is 0 or > int.MaxValue)
        {
            return (Invalid("width", width), 0);
        }

        if (height is 0 or > int.MaxValue)
        {
            return (Invalid("height", height), 4);
        }

        if (ColorType is not (0 or 2 or 3 or 4 or 6))
        {
            return (Invalid("colour type", ColorType), 9);
        }

        bool isDepthValid = _bitDepth is 8
            || (_bitDepth is 1 or 2 or 4 && ColorType is 0 or 3)
            || (_bitDepth is 16 && ColorType is not 3);
        if (!isDepthValid)
        {
            return (Invalid("bit depth", _bitDepth) + string.Create(CultureInfo.InvariantCulture, $" for colour type {ColorType}"), 8);
        }

        if (data[10] != 0)
        {
            return (Invalid("compression method", data[10]), 10);
        }

        if (data[11] != 0)
        {
            return (Invalid("filter method", data[11]), 11);
        }

        if (data[12] > 1)
        {
            return (Invalid("interlace method", data[12]), 12);
        }

        _width = (int)width;
        _height = (int)height;
        IsInterlaced = data[12] != 0;
        return null;
    }

    /// <summary>Returns the header in the form that all formats share.</summary>
    public ImageHeader ToImageHeader() => new()
    {
        Format = DqImageFormat.Png,
        Width = _width,
        Height = _height,
        BitDepth = _bitDepth,
        Channels = ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 },
        Photometric = ColorType switch { 0 => "Grayscale", 2 => "RGB", 3 => "Palette", 4 => "GrayscaleA", _ => "RGBA" },
        Frames = Math.Max(1, Frames),
        Orientation = Orientation,
        UnusualEncoding = Unusual(),
        Metadata = Metadata,
    };

    private string? Unusual()
    {
        string? depth = _bitDepth == 16 ? "16 bits a sample" : null;
        string? animation =
            Frames > 0 ? string.Create(CultureInfo.InvariantCulture, $"animated, with {Frames} frame{(Frames == 1 ? "" : "s")}") : null;
        return depth is not null && animation is not null ? $"{depth} and {animation}" : depth ?? animation;
    }

    private static string Invalid(string what, uint value) =>
        string.Create(CultureInfo.InvariantCulture, $"the IHDR chunk says {what} {value}, which is invalid");
}
