namespace DeepQDataset.Conversion;

/// <summary>Represents an image's size in pixels.</summary>
/// <param name="Width">The width, above 0.</param>
/// <param name="Height">The height, above 0.</param>
internal readonly record struct ImageSize(int Width, int Height)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Width} × {Height}");
}
