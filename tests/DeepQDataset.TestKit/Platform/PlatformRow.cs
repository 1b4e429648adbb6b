namespace DeepQDataset.TestKit.Platform;

/// <summary>A record of label.csv on its way through the platform's reader.</summary>
/// <param name="Line">The line on which it starts, 1-based.</param>
/// <param name="Name">The image's name as it stands there.</param>
/// <param name="Label">The class; null if the reader sees no value.</param>
/// <param name="Values">What follows; null if the reader sees no value.</param>
internal sealed record PlatformRow(int Line, string Name, string? Label, string?[] Values)
{
    /// <summary>What the reader takes for one image.</summary>
    public object Group { get; init; } = Name;

    /// <summary>Gets the image's width in pixels, as it is shown.</summary>
    public int Width { get; init; }

    /// <summary>Gets the image's height in pixels, as it is shown.</summary>
    public int Height { get; init; }
}
