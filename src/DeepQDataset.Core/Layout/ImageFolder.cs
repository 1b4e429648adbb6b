namespace DeepQDataset.Layout;

/// <summary>Represents a folder with images in it.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Top">The path of the <c>image</c> or <c>Classes</c> around it.</param>
/// <param name="Parts">The folders below that.</param>
internal sealed record ImageFolder(string Path, string Top, string[] Parts)
{
    /// <summary>Gets or sets the characters of the longest path of an image in it, without the enclosing folders.</summary>
    public int LongestPath { get; set; }

    /// <summary>Takes a path apart.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="start">Where the layout's own part of it starts.</param>
    public static ImageFolder Of(string path, int start)
    {
        int slash = path.IndexOf('/', Math.Min(start, path.Length));
        return slash < 0 ? new ImageFolder(path, path, []) : new ImageFolder(path, path[..slash], path[(slash + 1)..].Split('/'));
    }
}
