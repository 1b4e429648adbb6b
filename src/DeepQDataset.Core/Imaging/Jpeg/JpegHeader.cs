using System.Buffers.Binary;
using System.Globalization;

namespace DeepQDataset.Imaging.Jpeg;

/// <summary>
/// Collects the values of the frame header, the colour model and the orientation for JpegProbe (ITU-T T.81 annexes A.4 and B.2.2, T.872
/// section 6.5.3 for Adobe's APP14).
/// </summary>
internal sealed class JpegHeader
{
    /// <summary>The number of relevant bytes of an APP0 or APP14 segment.</summary>
    public const int ApplicationDataLength = 12;

    private const int FixedFrameLength = 6;
    private const byte Hierarchical = 0xDE;
    private const byte LosslessFrame = 0xC3;

    private byte _frameMarker;
    private bool _isHierarchical;
    private byte _precision;
    private int _width;
    private int _height;
    private byte _components;
    private bool _isNamedRgb;
    private bool _isJfif;
    private int? _adobeTransform;
    private ImageMetadata _metadata;

    /// <summary>Gets a value that indicates whether a frame header was read.</summary>
    public bool HasFrame => _frameMarker != 0;

    /// <summary>
    /// Whether the three components are luminance and chrominances (true) or red, green and blue (false), as the data themselves say:
    /// components named R, G and B, then Adobe's transform, then JFIF, which knows YCbCr and no lossless coding. Null where they say
    /// nothing.
    /// </summary>
    public bool? IsLuminance => _components != 3 ? null
        : _isNamedRgb ? false
        : _adobeTransform is int transform ? transform != 0
        : _isJfif && _frameMarker != LosslessFrame ? true
        : null;

    /// <summary>Gets the EXIF orientation, 1 to 8; null if no EXIF segment has been read.</summary>
    public int? Orientation { get; private set; }

    /// <summary>Determines whether a marker's second byte is one of SOF0 to SOF15, or DHP, which has the same form.</summary>
    public static bool IsFrame(byte marker) => marker is (>= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) or Hierarchical;

    /// <summary>Returns the name of a marker with a segment (annex B.1.1.3).</summary>
    /// <param name="marker">The marker's second byte.</param>
    public static string NameOf(byte marker) => marker switch
    {
        0xC4 => "DHT",
        0xCC => "DAC",
        0xDB => "DQT",
        0xDC => "DNL",
        0xDD => "DRI",
        0xDE => "DHP",
        0xDF => "EXP",
        0xFE => "COM",
        >= 0xE0 and <= 0xEF => string.Create(CultureInfo.InvariantCulture, $"APP{marker - 0xE0}"),
        >= 0xC0 and <= 0xCF => string.Create(CultureInfo.InvariantCulture, $"SOF{marker - 0xC0}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"FF{marker:X2}"),
    };

    /// <summary>Stores the metadata of an EXIF segment; if there are several, the first orientation counts.</summary>
    public void TakeExif((int Orientation, ImageMetadata Metadata) exif)
    {
        Orientation ??= exif.Orientation;
        _metadata |= exif.Metadata;
    }

    /// <summary>Reads a frame header without its length.</summary>
    /// <param name="marker">The marker's second byte.</param>
    /// <param name="data">The segment without its length.</param>
    /// <returns>The problem and its offset in the data; null if there is none.</returns>
    public (string Detail, int Offset)? ReadFrame(byte marker, ReadOnlySpan<byte> data)
    {
        if (HasFrame)
        {
            return _isHierarchical ? null : ("there is a second frame header (SOF)", 0);
        }

        if (data.Length < FixedFrameLength || data.Length != FixedFrameLength + (3 * data[5]))
        {
            return (
                string.Create(
                    CultureInfo.InvariantCulture, $"the frame header's length of {data.Length + 2} bytes does not fit its components"),
                0);
        }

        _precision = data[0];
        _height = BinaryPrimitives.ReadUInt16BigEndian(data[1..]);
        _width = BinaryPrimitives.ReadUInt16BigEndian(data[3..]);
        _components = data[5];
        if (_precision is < 2 or > 16)
        {
            return (string.Create(CultureInfo.InvariantCulture, $"the frame header says {_precision} bits a sample, which is invalid"), 0);
        }

        if (_height == 0)
        {
            return ("the frame header leaves the height to be given behind the image data (DNL), which common decoders cannot read", 1);
        }

        if (_width == 0)
        {
            return ("the frame header says width 0, which is invalid", 3);
        }

        if (_components == 0)
        {
            return ("the frame header has no components", 5);
        }

        for (int offset = FixedFrameLength; offset < data.Length; offset += 3)
        {
            int across = data[offset + 1] >> 4;
            int down = data[offset + 1] & 15;
            if (across is < 1 or > 4 || down is < 1 or > 4)
            {
                return (
                    string.Create(
                        CultureInfo.InvariantCulture, $"the frame header has sampling factors {across} × {down}, which are invalid"),
                    offset + 1);
            }
        }

        _isNamedRgb = _components == 3 && data[6] == 'R' && data[9] == 'G' && data[12] == 'B';
        _frameMarker = marker;
        _isHierarchical = marker == Hierarchical;
        return null;
    }

    /// <summary>Reads the start of an APP0 or APP14 segment.</summary>
    /// <param name="marker">The marker's second byte.</param>
    /// <param name="data">The segment without its length, at most <see cref="ApplicationDataLength"/> bytes.</param>
    public void ReadApplicationData(byte marker, ReadOnlySpan<byte> data)
    {
        if (marker == 0xE0)
        {
            _isJfif |= data.StartsWith("JFIF\0"u8);
        }
        else if (data.Length == ApplicationDataLength && data.StartsWith("Adobe"u8))
        {
            _adobeTransform = data[11];
        }
    }

    /// <summary>Returns the header in the form that all formats share.</summary>
    public ImageHeader ToImageHeader()
    {
        string photometric = Photometric();
        return new ImageHeader
        {
            Format = DqImageFormat.Jpeg,
            Width = _width,
            Height = _height,
            BitDepth = _precision,
            Channels = _components,
            Photometric = photometric,
            Orientation = Orientation ?? ExifReader.Upright,
            UnusualEncoding = Unusual(photometric),
            Metadata = _metadata,
        };
    }

    private string Photometric() => _components switch
    {
        1 => "Grayscale",
        3 when _isJfif => "YCbCr",
        3 when _adobeTransform == 0 || (_adobeTransform is null && _isNamedRgb) => "RGB",
        3 => "YCbCr",
        4 => _adobeTransform == 2 ? "YCCK" : "CMYK",
        _ => "Unknown",
    };

    private string? Unusual(string photometric)
    {
        if (_precision == 8 && _frameMarker is >= 0xC0 and <= 0xC2 && _components is 1 or 3)
        {
            return null;
        }

        List<string> phrases = [];
        if (_components is not (1 or 3))
        {
            phrases.Add(
                _components == 4 ? $"{photometric} colours" : string.Create(CultureInfo.InvariantCulture, $"{_components} components"));
        }

        if (_precision != 8)
        {
            phrases.Add(string.Create(CultureInfo.InvariantCulture, $"{_precision} bits a sample"));
        }

        if (_frameMarker is 0xC3 or 0xC7 or 0xCB or 0xCF)
        {
            phrases.Add("lossless coding");
        }

        if (_frameMarker is >= 0xC9 and <= 0xCF)
        {
            phrases.Add("arithmetic coding");
        }

        if (_frameMarker is Hierarchical or (>= 0xC5 and <= 0xC7) or (>= 0xCD and <= 0xCF))
        {
            phrases.Add("hierarchical coding");
        }

        return string.Join(" and ", phrases);
    }
}
