namespace DeepQDataset.Sources;

/// <summary>
/// Represents the location of an entry as in labels (<see cref="DqLabel.SourcePath"/>, <see cref="DqLabel.SourceEntry"/>).
/// </summary>
/// <param name="Path">The rooted path of the file, or of the zip that contains it.</param>
/// <param name="Entry">The entry in the zip; null for a file.</param>
internal readonly record struct EntryLocation(string Path, string? Entry)
{
    /// <summary>Returns the location of an entry.</summary>
    /// <param name="source">The source.</param>
    /// <param name="entry">One of its entries.</param>
    public static EntryLocation Of(IDatasetSource source, SourceEntry entry) => source.Kind == SourceKind.Zip
        ? new EntryLocation(source.FullPath, entry.Path)
        : new EntryLocation(
            System.IO.Path.Join(source.FullPath, entry.Path.Replace('/', System.IO.Path.DirectorySeparatorChar)), null);

    /// <summary>Returns the location as one path, as if the zip were a folder.</summary>
    public string AsPath() => Entry is null ? Path : $"{Path}/{Entry}";

    /// <summary>Returns the location as shown in messages.</summary>
    public override string ToString() => Entry is null ? Path : $"{Path}: {Entry}";
}
