using System.Globalization;
namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Represents the valid pixel format of an image (PS3.3 section C.7.6.3, PS3.5 section 8).</summary>
internal sealed record PixelFormat
{
    /// <summary>The maximum number of bytes of a frame: a grey image of 16 bits with sides of 11,585 pixels.</summary>
    public const long MaximumFrameBytes = 256L * 1024 * 1024;

    /// <summary>Gets the height in pixels, at least 1.</summary>
    public required int Rows { get; init; }

    /// <summary>Gets the width in pixels, at least 1.</summary>
    public required int Columns { get; init; }

    /// <summary>Gets the number of samples of a pixel: 1 or 3.</summary>
    public required int Samples { get; init; }

    /// <summary>Gets the bits allocated for a sample: 1, 8, 16 or 32.</summary>
    public required int BitsAllocated { get; init; }

    /// <summary>Gets the bits stored for a sample: 1 to <see cref="BitsAllocated"/>.</summary>
    public required int BitsStored { get; init; }

    /// <summary>Gets the position of a sample's most significant bit; its least significant bit is at 0 or above.</summary>
    public required int HighBit { get; init; }

    /// <summary>Gets a value that indicates whether samples are two's complement.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>Gets a value that indicates whether native pixels are stored in planes.</summary>
    public required bool IsPlanar { get; init; }

    /// <summary>Gets the number of frames, at least 1.</summary>
    public required int Frames { get; init; }

    /// <summary>Gets the meaning of the samples.</summary>
    public required PhotometricKind Photometric { get; init; }

    /// <summary>The lowest and the highest value that the bits stored can hold.</summary>
    public (long Lowest, long Highest) StoredRange =>
        IsSigned ? (-(1L << (BitsStored - 1)), (1L << (BitsStored - 1)) - 1) : (0, (1L << BitsStored) - 1);

    /// <summary>Gets the number of pixels of a frame.</summary>
    public int Pixels => Rows * Columns;

    /// <summary>Gets a value that indicates whether a pixel has three samples, instead of one grey value or palette index.</summary>
    public bool IsColor => Samples == 3;

    /// <summary>Gets the number of bytes of a decoded sample.</summary>
    public int SampleBytes => Math.Max(1, BitsAllocated / 8);

    /// <summary>Gets the number of bits of a native frame.</summary>
    public long NativeFrameBits => (long)Pixels * BitsAllocated * (Photometric == PhotometricKind.YbrFull422 ? 2 : Samples);

    /// <summary>Bytes of all native frames.</summary>
    public long NativeBytes => ((NativeFrameBits * Frames) + 7) / 8;

    /// <summary>The same, with chrominances of its own for each pixel instead of for two neighbours at once.</summary>
    public PixelFormat WithFullChrominance =>
        Photometric == PhotometricKind.YbrFull422 ? this with { Photometric = PhotometricKind.YbrFull } : this;

    /// <summary>Gets the number of bytes of a decoded frame.</summary>
    public int DecodedBytes => Pixels * Samples * SampleBytes;

    /// <summary>Validates the attributes of a file.</summary>
    /// <param name="attributes">The attributes.</param>
    /// <param name="format">The pixel format.</param>
    /// <returns>The reason why the pixels cannot be converted, as a clause; null if they can.</returns>
    public static string? TryCreate(DicomImageAttributes attributes, out PixelFormat? format)
    {
        format = null;
        PhotometricKind photometric = attributes.PhotometricKind;
        int samples = attributes.SamplesPerPixel ?? (photometric >= PhotometricKind.Rgb ? 3 : 1);
        int allocated = attributes.BitsAllocated ?? 0;
        int stored = attributes.BitsStored ?? allocated;
        string? fault = CheckSize(attributes.Rows ?? 0, attributes.Columns ?? 0)
            ?? CheckSamples(photometric, attributes.Photometric, samples)
            ?? CheckBits(allocated, stored, samples, photometric);
        if (fault is not null)
        {
            return fault;
        }

        int highBit = attributes.HighBit is int high && high >= stored - 1 && high < allocated ? high : stored - 1;
        format = new PixelFormat
        {
            Rows = attributes.Rows!.Value,
            Columns = attributes.Columns!.Value,
            Samples = samples,
            BitsAllocated = allocated,
            BitsStored = stored,
            HighBit = highBit,
            IsSigned = attributes.PixelRepresentation == 1 && samples == 1,
            IsPlanar = attributes.PlanarConfiguration == 1,
            Frames = Math.Max(1, attributes.NumberOfFrames ?? 1),
            Photometric = photometric,
        };
        long bytes = (long)format.Rows * format.Columns * samples * format.SampleBytes;
        return bytes <= MaximumFrameBytes
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"a frame of {format.Columns} × {format.Rows} pixels takes {bytes} bytes, "
                + $"more than the {MaximumFrameBytes} that are converted");
    }

    /// <summary>Compares the header of a compressed frame with the attributes of the file.</summary>
    /// <param name="kind">The name of the compression.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="components">The number of samples of a pixel.</param>
    /// <returns>The disagreement, as a clause; null if there is none.</returns>
    public string? CheckAgainst(string kind, int width, int height, int components)
    {
        if (width != Columns || height != Rows)
        {
            return FormattableString.Invariant(
                $"its {kind} data have {width} × {height} pixels, and Columns and Rows say {Columns} × {Rows}");
        }

        return components == Samples
            ? null
            : FormattableString.Invariant(
                $"its {kind} data have {components} components, and Samples per Pixel (0028,0002) is {Samples}");
    }

    private static string? CheckSize(int rows, int columns) => rows > 0 && columns > 0
        ? null
        : FormattableString.Invariant($"Rows (0028,0010) and Columns (0028,0011) say {columns} × {rows} pixels");

    private static string? CheckSamples(PhotometricKind photometric, string? name, int samples)
    {
        if (photometric == PhotometricKind.Unsupported)
        {
            return string.IsNullOrEmpty(name)
                ? "Photometric Interpretation (0028,0004) is missing"
                : $"pixels of Photometric Interpretation (0028,0004) '{name}' are not converted";
        }

        int due = photometric >= PhotometricKind.Rgb ? 3 : 1;
        return samples == due
            ? null
            : FormattableString.Invariant($"Samples per Pixel (0028,0002) is {samples}, and '{name}' has {due}");
    }

    private static string? CheckBits(int allocated, int stored, int samples, PhotometricKind photometric)
    {
        bool isPalette = photometric == PhotometricKind.PaletteColor;
        bool isKnown = allocated is 8 or 16 || (allocated == 32 && !isPalette) || (allocated == 1 && !isPalette && samples == 1);
        if (!isKnown)
        {
            return FormattableString.Invariant(
                $"pixels with Bits Allocated (0028,0100) {allocated} and {samples} samples a pixel are not converted");
        }

        return stored >= 1 && stored <= allocated
            ? null
            : FormattableString.Invariant($"Bits Stored (0028,0101) is {stored}, and Bits Allocated (0028,0100) is {allocated}");
    }
}
