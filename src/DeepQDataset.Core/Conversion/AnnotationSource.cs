using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion;

/// <summary>Represents the source of annotations (a folder, a zip, or one file) and of their images.</summary>
internal sealed class AnnotationSource : IDisposable
{
    private AnnotationSource(IDatasetSource source, SourceEntry? file, ImageLocator images)
    {
        Source = source;
        File = file;
        Images = images;
    }

    /// <summary>Gets the folder or zip. If a single file was opened, only that file of its folder is listed.</summary>
    public IDatasetSource Source { get; }

    /// <summary>Gets the single file that was opened; null for a folder or zip.</summary>
    public SourceEntry? File { get; }

    /// <summary>Gets the object that finds the images.</summary>
    public ImageLocator Images { get; }

    /// <summary>Opens a path.</summary>
    /// <param name="fullPath">The rooted path of a folder, a zip, or an annotation file.</param>
    /// <param name="imageFolder">The rooted path of the folder or zip with the images; null if they are with the annotations.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="DatasetException">A zip cannot be read.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
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

    /// <summary>Opens a path. For a single file, opens its whole folder.</summary>
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

    /// <summary>Opens a whole folder or zip.</summary>
    /// <exception cref="DatasetException">A zip cannot be read.</exception>
    internal static IDatasetSource OpenWhole(string fullPath, CancellationToken cancellation)
    {
        IDatasetSource source = DatasetSource.OpenAsIs(fullPath, readsForeignMethods: false, cancellation);
        if (source.Failure is string failure)
        {
            source.Dispose();
            throw new DatasetException(
                "NotAZip", DatasetErrorKind.InvalidData,
                $"'{fullPath}' is not a readable zip: {failure}. {Remedy.Of(RemedyAction.Validate)} says more.",
                fullPath);
        }

        return source;
    }

    /// <summary>
    /// Returns the annotation files in ordinal order, without system files: the single file that was opened, or all files with an
    /// extension.
    /// </summary>
    /// <param name="extension">The extension with its dot.</param>
    public IEnumerable<SourceEntry> Files(string extension) => File is not null ? [File] : Source.Entries.Where(entry =>
        !entry.IsFolder && entry.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && !SystemFileNames.IsSystemPath(entry.Path));

    /// <summary>Returns the name of a file for messages: its path on disk, or the zip and its entry.</summary>
    public string PathOf(SourceEntry entry) => PathOf(Source, entry);

    /// <summary>Returns the name of a file for messages.</summary>
    internal static string PathOf(IDatasetSource source, SourceEntry entry) => EntryLocation.Of(source, entry).ToString();

    /// <inheritdoc/>
    public void Dispose()
    {
        Images.Dispose();
        Source.Dispose();
    }
}
