using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion;

/// <summary>Where annotations come from: a folder, a zip, or one file in a folder; and with them, where their images are.</summary>
internal sealed class AnnotationSource : IDisposable
{
    private AnnotationSource(IDatasetSource source, SourceEntry? file, ImageLocator images)
    {
        Source = source;
        File = file;
        Images = images;
    }

    /// <summary>The folder or zip. Of the folder around a single file, just that file is listed.</summary>
    public IDatasetSource Source { get; }

    /// <summary>The one file that was named; null for a folder or zip.</summary>
    public SourceEntry? File { get; }

    /// <summary>Finds the images.</summary>
    public ImageLocator Images { get; }

    /// <summary>Opens what a path names.</summary>
    /// <param name="fullPath">A rooted path: a folder, a zip, or an annotation file.</param>
    /// <param name="imageFolder">
    /// The rooted path of the folder or zip that holds the images; null where they lie with the annotations.
    /// </param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FileNotFoundException">There is neither a folder nor a file.</exception>
    /// <exception cref="DatasetException">A zip cannot be read as one.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static AnnotationSource Open(string fullPath, string? imageFolder, CancellationToken cancellation)
    {
        if (Directory.Exists(fullPath) || ArchiveExtensions.IsArchive(fullPath))
        {
            IDatasetSource source = OpenWhole(fullPath, cancellation);
            return new AnnotationSource(source, null, ImageLocator.Of(imageFolder, source, cancellation));
        }

        if (!System.IO.File.Exists(fullPath))
        {
            throw new FileNotFoundException($"There is no folder and no file at '{fullPath}'.", fullPath);
        }

        string folder = Path.GetDirectoryName(fullPath)!;
        string name = Path.GetFileName(fullPath);
        FolderSource around = FolderSource.Open(
            folder, (child, isFolder) => !isFolder && string.Equals(child, name, StringComparison.Ordinal), cancellation);
        return new AnnotationSource(around, around.Entries[0], ImageLocator.Of(imageFolder, folder, cancellation));
    }

    /// <summary>Opens what a path names, and for a single file all of the folder around it.</summary>
    /// <inheritdoc cref="Open"/>
    public static AnnotationSource OpenAround(string fullPath, string? imageFolder, CancellationToken cancellation)
    {
        if (Directory.Exists(fullPath) || ArchiveExtensions.IsArchive(fullPath) || !System.IO.File.Exists(fullPath))
        {
            return Open(fullPath, imageFolder, cancellation);
        }

        string name = Path.GetFileName(fullPath);
        FolderSource folder = FolderSource.Open(Path.GetDirectoryName(fullPath)!, cancellation);
        SourceEntry file = folder.Entries.First(entry => string.Equals(entry.Path, name, StringComparison.Ordinal));
        return new AnnotationSource(folder, file, ImageLocator.Of(imageFolder, folder, cancellation));
    }

    /// <summary>Opens all of a folder or zip.</summary>
    /// <exception cref="DatasetException">A zip cannot be read as one.</exception>
    internal static IDatasetSource OpenWhole(string fullPath, CancellationToken cancellation)
    {
        IDatasetSource source = DatasetSource.OpenAsIs(fullPath, readsForeignMethods: false, cancellation);
        if (source.Failure is string failure)
        {
            source.Dispose();
            throw new DatasetException(
                "NotAZip", DatasetErrorKind.InvalidData,
                $"'{fullPath}' is no readable zip: {failure}. {Remedy.Of(RemedyAction.Validate)} says more.",
                fullPath);
        }

        return source;
    }

    /// <summary>
    /// The annotation files: the one that was named, or all with an extension, without what an operating system left behind; in ordinal
    /// order.
    /// </summary>
    /// <param name="extension">The extension with its dot.</param>
    public IEnumerable<SourceEntry> Files(string extension) => File is not null ? [File] : Source.Entries.Where(entry =>
        !entry.IsFolder && entry.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && !SystemFileNames.IsSystemPath(entry.Path));

    /// <summary>How messages name a file: its path on disk, or the zip and the entry in it.</summary>
    public string PathOf(SourceEntry entry) => PathOf(Source, entry);

    /// <summary>How messages name a file of a source.</summary>
    internal static string PathOf(IDatasetSource source, SourceEntry entry) => EntryLocation.Of(source, entry).ToString();

    /// <inheritdoc/>
    public void Dispose()
    {
        Images.Dispose();
        Source.Dispose();
    }
}
