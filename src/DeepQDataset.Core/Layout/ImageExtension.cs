namespace DeepQDataset.Layout;

/// <summary>
/// Determines the format of a file by its extension: a supported format in any spelling, or a known but unsupported image or volume format.
/// </summary>
internal static class ImageExtension
{
    private static readonly (string Extension, DqImageFormat Format)[] Spellings =
    [
        (".png", DqImageFormat.Png), (".jpg", DqImageFormat.Jpeg), (".dcm", DqImageFormat.Dicom),
        (".jpeg", DqImageFormat.Jpeg), (".dicom", DqImageFormat.Dicom),
        (".jpe", DqImageFormat.Jpeg), (".jfif", DqImageFormat.Jpeg), (".jif", DqImageFormat.Jpeg), (".apng", DqImageFormat.Png),
        (".dic", DqImageFormat.Dicom), (".dc3", DqImageFormat.Dicom), (".ima", DqImageFormat.Dicom),
    ];

    private static readonly (string Extension, string Format)[] ForeignFormats =
    [
        (".bmp", "BMP"),
        (".dib", "BMP"),
        (".gif", "GIF"),
        (".tif", "TIFF"),
        (".tiff", "TIFF"),
        (".webp", "WebP"),
        (".heic", "HEIC"),
        (".heif", "HEIF"),
        (".avif", "AVIF"),
        (".jxl", "JPEG XL"),
        (".jxr", "JPEG XR"),
        (".wdp", "JPEG XR"),
        (".jls", "JPEG-LS"),
        (".jp2", "JPEG 2000"),
        (".j2k", "JPEG 2000"),
        (".j2c", "JPEG 2000"),
        (".jpf", "JPEG 2000"),
        (".jpx", "JPEG 2000"),
        (".jpc", "JPEG 2000"),
        (".ico", "icon"),
        (".cur", "cursor"),
        (".psd", "Photoshop"),
        (".psb", "Photoshop"),
        (".xcf", "GIMP"),
        (".svg", "SVG"),
        (".eps", "PostScript"),
        (".tga", "Targa"),
        (".pcx", "PCX"),
        (".pgm", "PGM"),
        (".ppm", "PPM"),
        (".pbm", "PBM"),
        (".pnm", "PNM"),
        (".pam", "PAM"),
        (".qoi", "QOI"),
        (".exr", "OpenEXR"),
        (".hdr", "Analyze or Radiance"),
        (".fits", "FITS"),
        (".mng", "MNG"),
        (".jng", "JNG"),
        (".raw", "raw data"),
        (".dng", "DNG"),
        (".cr2", "Canon raw"),
        (".nef", "Nikon raw"),
        (".arw", "Sony raw"),
        (".nii", "NIfTI"),
        (".nii.gz", "NIfTI"),
        (".mgz", "FreeSurfer"),
        (".mgh", "FreeSurfer"),
        (".nrrd", "NRRD"),
        (".nhdr", "NRRD"),
        (".mha", "MetaImage"),
        (".mhd", "MetaImage"),
        (".img", "Analyze"),
        (".img.gz", "Analyze"),
        (".mnc", "MINC"),
        (".dcm.gz", "gzip"),
        (".dicom.gz", "gzip"),
        (".svs", "Aperio slide"),
        (".ndpi", "Hamamatsu slide"),
        (".mrxs", "MIRAX slide"),
        (".scn", "Leica slide"),
        (".bif", "Ventana slide"),
        (".vms", "Hamamatsu slide"),
        (".czi", "Zeiss slide"),
        (".lif", "Leica image"),
        (".vsi", "Olympus slide"),
    ];

    /// <summary>Returns the format of an extension, ignoring case; <see cref="DqImageFormat.Unknown"/> for any other or none.</summary>
    /// <param name="path">A file name or path.</param>
    public static DqImageFormat FormatOf(string path)
    {
        ReadOnlySpan<char> extension = Last(path);
        foreach ((string spelling, DqImageFormat format) in Spellings)
        {
            if (extension.Equals(spelling, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        return DqImageFormat.Unknown;
    }

    /// <summary>Returns the name of a known but unsupported image or volume format by extension; otherwise null (DQ301).</summary>
    /// <param name="path">A file name or path.</param>
    public static string? ForeignFormatOf(string path)
    {
        ReadOnlySpan<char> last = Last(path);
        if (last.IsEmpty)
        {
            return null;
        }

        bool isPacked = last.Equals(".gz", StringComparison.OrdinalIgnoreCase);
        foreach ((string extension, string format) in ForeignFormats)
        {
            if (last.Equals(extension, StringComparison.OrdinalIgnoreCase)
                || (isPacked && path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>
    /// Returns the extension that the platform expects for a format (guide chapter 2): <c>.png</c>, <c>.jpg</c>, <c>.dcm</c>; empty for
    /// <see cref="DqImageFormat.Unknown"/>.
    /// </summary>
    public static string SpellingOf(DqImageFormat format) => format switch
    {
        DqImageFormat.Png => ".png",
        DqImageFormat.Jpeg => ".jpg",
        DqImageFormat.Dicom => ".dcm",
        _ => "",
    };

    /// <summary>
    /// Determines whether the extension is spelled as the platform expects; true for the extension of an unsupported format.
    /// </summary>
    /// <param name="path">A file name or path.</param>
    public static bool IsSpelledRight(string path)
    {
        DqImageFormat format = FormatOf(path);
        return format == DqImageFormat.Unknown || Last(path).SequenceEqual(SpellingOf(format));
    }

    private static ReadOnlySpan<char> Last(string path)
    {
        ReadOnlySpan<char> name = path.AsSpan(path.LastIndexOf('/') + 1);
        int dot = name.LastIndexOf('.');
        return dot <= 0 ? [] : name[dot..];
    }
}
