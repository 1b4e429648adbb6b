namespace DeepQDataset.Conversion.MaskImages;

/// <summary>How mask images are converted.</summary>
public sealed record MaskImageOptions : ConversionOptions
{
    /// <summary>What pixels and names say.</summary>
    public MaskImageForm Form { get; init; }

    /// <summary>
    /// The class of each value of a pixel: grey as stored, the index in a palette, or <see cref="ColorValue"/> of a colour; empty for a
    /// value that means no class. Null to name classes by their values.
    /// </summary>
    public IReadOnlyDictionary<int, string>? Classes { get; init; }

    /// <summary>The value of a colour: its grey where red, green and blue are equal, else a number above all greys.</summary>
    public static int ColorValue(byte red, byte green, byte blue) => Imaging.Png.PngPixelReader.ColorOf(red, green, blue);
}
