namespace DeepQDataset.Conversion.MaskImages;

/// <summary>Specifies how mask images are converted.</summary>
public sealed record MaskImageOptions : ConversionOptions
{
    /// <summary>Gets the meaning of pixels and names.</summary>
    public MaskImageForm Form { get; init; }

    /// <summary>
    /// Gets the class of each pixel value: a grey value as stored, a palette index, or the <see cref="ColorValue"/> of a colour. An empty
    /// class means no class. Null to use the values as class names.
    /// </summary>
    public IReadOnlyDictionary<int, string>? Classes { get; init; }

    /// <summary>
    /// Returns the value of a colour: the grey value if red, green and blue are equal, otherwise a number above all grey values.
    /// </summary>
    public static int ColorValue(byte red, byte green, byte blue) => Imaging.Png.PngPixelReader.ColorOf(red, green, blue);
}
