namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Renders the frames of a DICOM file as grey values or colours with 8 bits (PS3.3 sections C.7.6.3, C.11.1 and C.11.2; PS3.5 section 8).
/// Overlays and shutters are not applied. One instance can read several files and keeps its buffers. Not safe for use by several threads.
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

    /// <summary>Gets the width in pixels; 0 if it is unknown.</summary>
    public int Width => _format?.Columns ?? 0;

    /// <summary>Gets the height in pixels; 0 if it is unknown.</summary>
    public int Height => _format?.Rows ?? 0;

    /// <summary>Gets the declared number of frames.</summary>
    public int Frames => _format!.Frames;

    /// <summary>Gets the number of bytes of a pixel: 1 for grey, 3 for red, green and blue.</summary>
    public int Channels => _format!.Photometric is PhotometricKind.Monochrome1 or PhotometricKind.Monochrome2 ? 1 : 3;

    /// <summary>How the file's pixels were read where they are not what its header says, as a sentence; null where they are.</summary>
    public string? Remark { get; private set; }

    /// <summary>Whether there may be a next frame although the last one could not be shown.</summary>
    public bool CanGoOn => _source!.CanGoOn;

    /// <summary>Gets the last frame, row by row from the top.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels.AsSpan(0, _format!.Pixels * Channels);

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file, at the start of its data set. It must stay open while frames are read.</param>
    /// <returns>The reason why its pixels cannot be rendered, as a clause; null if they can.</returns>
    public string? Open(DicomFile file)
    {
        _source = null;
        _format = null;
        Remark = null;
        _frame = 0;
        if (!file.IsOpen)
        {
            return file.FinalProblem?.Detail ?? "it is not a DICOM file";
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

        // The transfer syntax is checked first: JPEG 2000 is a better reason than its own names for colours.
        string? uid = file.TransferSyntaxUid;
        return SyntaxFault(elements, uid) ?? PixelFormat.TryCreate(_attributes, out _format) ?? FindPalette() ?? FindSource(elements, uid);
    }

    /// <summary>Renders the next frame into <see cref="Pixels"/>.</summary>
    /// <param name="choice">The values to show between black and white.</param>
    /// <returns>The reason why it cannot be rendered, as a clause about the frame; null on success.</returns>
    public string? Next(WindowChoice choice)
    {
        PixelFormat format = _format!;
        int frame = _frame++;
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
                    _samples, format, _attributes.Settings(frame, format), choice, _attributes.Padding(format), pixels);
                break;
            case PhotometricKind.PaletteColor:
                _color.RenderPalette(_samples, format, _palette, pixels);
                break;
            default:
                _color.Render(_samples, format, _samples.IsLuminance ?? format.Photometric != PhotometricKind.Rgb, pixels);
                break;
        }

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

    /// <summary>Returns the reason why pixels of a transfer syntax cannot be rendered in general; null if they can.</summary>
    private string? SyntaxFault(DicomElementReader elements, string? uid)
    {
        TransferSyntax? syntax = TransferSyntax.Find(uid);
        bool isNative = uid is null or "" or TransferSyntax.GePrivateUid
            || syntax is { Kind: TransferSyntaxKind.Native or TransferSyntaxKind.BigEndian or TransferSyntaxKind.Deflated };
        if (!isNative && syntax is null)
        {
            return $"its transfer syntax ({uid}) is unknown, and so is what its pixel data mean; save it in another one first";
        }

        if (elements.Length is not null)
        {
            return isNative || syntax!.Kind == TransferSyntaxKind.EncapsulatedNative
                ? null
                : $"its pixel data are not in fragments, as its transfer syntax {syntax.Name} ({uid}) wants them";
        }

        return _decoders.Find(uid) is not null ? null
            : syntax is null ? $"its pixel data are in fragments, and its transfer syntax ({uid ?? "none"}) does not say how they are coded"
            : isNative ? $"its pixel data are in fragments, which its transfer syntax {syntax.Name} ({uid}) has not"
            : $"pixels of its transfer syntax {syntax.Name} ({uid}) are not converted; save it uncompressed first";
    }

    /// <summary>Finds the source of frames for a supported transfer syntax.</summary>
    private string? FindSource(DicomElementReader elements, string? uid)
    {
        PixelFormat format = _format!;
        if (elements.Length is long length)
        {
            if (format.Photometric == PhotometricKind.YbrFull422 && length >= format.WithFullChrominance.NativeBytes)
            {
                _format = format = format.WithFullChrominance;
                Remark =
                    "Its pixel data have chrominances for every pixel, and its Photometric Interpretation (0028,0004) is YBR_FULL_422: "
                    + "they were read as YBR_FULL";
            }

            _source = new NativeFrames(elements, format, elements.Encoding.IsBigEndian || uid == TransferSyntax.GePrivateUid);
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
