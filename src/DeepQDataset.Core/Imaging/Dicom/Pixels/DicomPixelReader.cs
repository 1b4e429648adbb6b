namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Shows the frames of a DICOM file as grey values or colours of 8 bits (PS3.3 sections C.7.6.3, C.11.1 and C.11.2; PS3.5 section 8).
/// Overlays and shutters are not applied. It keeps its buffers: one reader serves one thread, one file after the other.
/// </summary>
internal sealed class DicomPixelReader : IDisposable
{
    private readonly FrameSamples _samples = new();
    private readonly GrayscaleRenderer _grayscale = new();
    private readonly ColorRenderer _color = new();
    private readonly FrameDecoders _decoders = new();
    private DicomImageAttributes _attributes = new();
    private LookupTable[] _palette = [];
    private IFrameSource? _source;
    private PixelFormat? _format;
    private byte[] _pixels = [];
    private int _frame;

    /// <summary>Width in pixels; 0 if it is not known.</summary>
    public int Width => _format?.Columns ?? 0;

    /// <summary>Height in pixels; 0 if it is not known.</summary>
    public int Height => _format?.Rows ?? 0;

    /// <summary>Gets the number of frames the file says it has.</summary>
    public int Frames => _format!.Frames;

    /// <summary>Bytes of a pixel: 1 for grey, 3 for red, green and blue.</summary>
    public int Channels => _format!.Photometric is PhotometricKind.Monochrome1 or PhotometricKind.Monochrome2 ? 1 : 3;

    /// <summary>Gets the last frame, row by row from the top.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels.AsSpan(0, _format!.Pixels * Channels);

    /// <summary>Starts a file.</summary>
    /// <param name="file">The file, nothing of its data set read yet; it must stay open as long as frames are read.</param>
    /// <returns>Why its pixels cannot be shown, as a clause; null if they can.</returns>
    public string? Open(DicomFile file)
    {
        _source = null;
        _format = null;
        _frame = 0;
        if (!file.IsOpen)
        {
            return file.FinalProblem?.Detail ?? "it is no DICOM file";
        }

        DicomElementReader elements = file.Elements;
        _attributes = ImageAttributeReader.Read(elements, out bool hasPixelData);
        if (!hasPixelData)
        {
            return file.FinalProblem?.Detail ?? "it has no pixel data";
        }

        if (elements.Tag != DicomTag.PixelData)
        {
            return "its pixels are floating-point numbers, which are not converted";
        }

        // The syntax first: that of JPEG 2000 is what matters, and not that its colours have a name of their own.
        string? uid = file.TransferSyntaxUid;
        return SyntaxFault(elements, uid) ?? PixelFormat.TryCreate(_attributes, out _format) ?? FindPalette() ?? FindSource(elements, uid);
    }

    /// <summary>Shows the next frame in <see cref="Pixels"/>.</summary>
    /// <param name="choice">Which values are shown between black and white.</param>
    /// <returns>Why it cannot be shown, as a clause about the frame; null if it was.</returns>
    public string? Next(WindowChoice choice)
    {
        PixelFormat format = _format!;
        if (_source!.Next(_samples) is string fault)
        {
            return fault;
        }

        int length = format.Pixels * Channels;
        if (_pixels.Length < length)
        {
            _pixels = new byte[length];
        }

        Span<byte> pixels = _pixels.AsSpan(0, length);
        switch (format.Photometric)
        {
            case PhotometricKind.Monochrome1 or PhotometricKind.Monochrome2:
                _grayscale.Render(
                    _samples, format, _attributes.Settings(_frame, format.IsSigned), choice, _attributes.Padding(format), pixels);
                break;
            case PhotometricKind.PaletteColor:
                _color.RenderPalette(_samples, format, _palette, pixels);
                break;
            default:
                _color.Render(_samples, format, isLuminance: format.Photometric != PhotometricKind.Rgb, pixels);
                break;
        }

        _frame++;
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _decoders.Dispose();

    private string? FindPalette()
    {
        if (_format!.Photometric != PhotometricKind.PaletteColor)
        {
            return null;
        }

        _palette = new LookupTable[3];
        for (int i = 0; i < _palette.Length; i++)
        {
            if (_attributes.Palette[i].Build(_format.IsSigned) is not LookupTable table)
            {
                return "a Palette Color Lookup Table (0028,1101) to (0028,1223) is missing, or has fewer entries than it says";
            }

            _palette[i] = table;
        }

        return null;
    }

    /// <summary>Why pixels of a transfer syntax cannot be shown, whatever they are.</summary>
    private string? SyntaxFault(DicomElementReader elements, string? uid)
    {
        TransferSyntax? syntax = TransferSyntax.Find(uid);
        bool isNative =
            syntax is null or { Kind: TransferSyntaxKind.Native or TransferSyntaxKind.BigEndian or TransferSyntaxKind.Deflated };
        if (elements.Length is not null)
        {
            return isNative || syntax!.Kind == TransferSyntaxKind.EncapsulatedNative
                ? null
                : $"its pixel data are not in fragments, as its transfer syntax {syntax.Name} ({uid}) wants them";
        }

        return _decoders.Find(uid) is not null ? null
            : syntax is null ? $"its transfer syntax ({uid ?? "none"}) is unknown"
            : isNative ? $"its pixel data are in fragments, which its transfer syntax {syntax.Name} ({uid}) has not"
            : $"pixels of its transfer syntax {syntax.Name} ({uid}) are not converted; save it uncompressed first";
    }

    /// <summary>Where frames come from, in a transfer syntax that can be shown.</summary>
    private string? FindSource(DicomElementReader elements, string? uid)
    {
        PixelFormat format = _format!;
        if (elements.Length is not null)
        {
            _source = new NativeFrames(elements, format);
            return null;
        }

        if (uid == TransferSyntax.RunLengthUid && (format.BitsAllocated == 1 || format.Photometric == PhotometricKind.YbrFull422))
        {
            return $"its pixels ({_attributes.Photometric}) cannot be run-length encoded";
        }

        _source = new EncapsulatedFrames(elements, format, _decoders.Find(uid)!);
        return null;
    }
}
