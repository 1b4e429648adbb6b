namespace DeepQDataset.Sources;

/// <summary>Where an entry lies, as labels say it (<see cref="DqLabel.SourcePath"/>, <see cref="DqLabel.SourceEntry"/>).</summary>
/// <param name="Path">The file's rooted path, or that of the zip that holds it.</param>
/// <param name="Entry">The entry in the zip; null for a file of its own.</param>
internal readonly record struct EntryLocation(string Path, string? Entry)
{
    /// <summary>Returns the place of an entry.</summary>
    /// <param name="source">The source.</param>
    /// <param name="entry">One of its entries.</param>
    public static EntryLocation Of(IDatasetSource source, SourceEntry entry) => source.Kind == SourceKind.Zip
        ? new EntryLocation(source.FullPath, entry.Path)
        : new EntryLocation(
            System.IO.Path.Join(source.FullPath, entry.Path.Replace('/', System.IO.Path.DirectorySeparatorChar)), null);

    /// <summary>Returns the place as one path, as if the zip were a folder.</summary>
    public string AsPath() => Entry is null ? Path : $"{Path}/{Entry}";

    /// <summary>Returns the place as named in messages.</summary>
    public override string ToString() => Entry is null ? Path : $"{Path}: {Entry}";
}
