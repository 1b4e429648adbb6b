namespace DeepQDataset.Layout;

/// <summary>Represents a folder with images.</summary>
/// <param name="Path">The path.</param>
/// <param name="Top">The path of the enclosing <c>image</c> or <c>Classes</c>.</param>
/// <param name="Parts">The folders below it.</param>
internal sealed record ImageFolder(string Path, string Top, string[] Parts)
{
    /// <summary>Gets or sets the length of the longest path of an image in it, without the enclosing folders.</summary>
    public int LongestPath { get; set; }

    /// <summary>Creates an image folder from a path.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="start">The start of the layout's own part of the path.</param>
    public static ImageFolder Of(string path, int start)
    {
        int slash = path.IndexOf('/', Math.Min(start, path.Length));
        return slash < 0 ? new ImageFolder(path, path, []) : new ImageFolder(path, path[..slash], path[(slash + 1)..].Split('/'));
    }
}
