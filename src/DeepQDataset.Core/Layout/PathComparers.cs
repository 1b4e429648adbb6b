namespace DeepQDataset.Layout;

/// <summary>Provides comparers of parts of paths that do not allocate.</summary>
internal static class PathComparers
{
    /// <summary>Gets the comparer of file names.</summary>
    public static IEqualityComparer<string> FileName { get; } = new Part(StartOfName, static path => path.Length, StringComparison.Ordinal);

    /// <summary>Gets the comparer of all but the image extension, for images in one folder that have the same stem.</summary>
    public static IEqualityComparer<string> Stem { get; } = new Part(static _ => 0, ImageFileNames.StemLength, StringComparison.Ordinal);

    /// <summary>Gets the comparer of folders, exactly, and names, ignoring case, for conflicts on Windows.</summary>
    public static IEqualityComparer<string> NameIgnoringCase { get; } = new Sibling();

    private static int StartOfName(string path) => path.LastIndexOf('/') + 1;

    private sealed class Part(Func<string, int> start, Func<string, int> end, StringComparison comparison) : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => Cut(x!).Equals(Cut(y!), comparison);

        public int GetHashCode(string obj) => string.GetHashCode(Cut(obj), comparison);

        private ReadOnlySpan<char> Cut(string path) => path.AsSpan(start(path), end(path) - start(path));
    }

    private sealed class Sibling : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y)
        {
            int name = StartOfName(x!);
            return x!.Length == y!.Length
                && x.AsSpan(name).Equals(y.AsSpan(name), StringComparison.OrdinalIgnoreCase)
                && x.AsSpan(0, name).SequenceEqual(y.AsSpan(0, name));
        }

        public int GetHashCode(string obj) => string.GetHashCode(obj, StringComparison.OrdinalIgnoreCase);
    }
}
