using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>
/// Represents a dataset in memory: files by path, with <c>/</c> as separator, which can be written as a folder or as a zip.
/// </summary>
public sealed class DatasetBuilder
{
    private readonly SortedDictionary<string, byte[]?> _entries = new(StringComparer.Ordinal);

    /// <summary>Gets the files' and folders' paths; a folder has null content.</summary>
    public IReadOnlyDictionary<string, byte[]?> Entries => _entries;

    /// <summary>Adds or replaces a file.</summary>
    public DatasetBuilder File(string path, byte[] content)
    {
        _entries[path] = content;
        return this;
    }

    /// <summary>Adds or replaces a text file in UTF-8 without a byte order mark.</summary>
    public DatasetBuilder Text(string path, string content) => File(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Adds an empty folder.</summary>
    public DatasetBuilder Folder(string path)
    {
        _entries[path] = null;
        return this;
    }

    /// <summary>Takes a file or folder away.</summary>
    public DatasetBuilder Remove(string path)
    {
        _entries.Remove(path);
        return this;
    }

    /// <summary>Returns the same dataset with everything inside an enclosing folder.</summary>
    public DatasetBuilder Wrapped(string folder)
    {
        DatasetBuilder wrapped = new();
        foreach ((string path, byte[]? content) in _entries)
        {
            wrapped._entries[$"{folder}/{path}"] = content;
        }

        return wrapped;
    }

    /// <summary>Writes the dataset below a folder, which is made if need be.</summary>
    /// <returns>The folder.</returns>
    public string WriteFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((string path, byte[]? content) in _entries)
        {
            string target = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
            if (content is null)
            {
                Directory.CreateDirectory(target);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.WriteAllBytes(target, content);
        }

        return folder;
    }

    /// <summary>Writes the dataset as a zip: images stored, everything else deflated, names that are not ASCII marked as Unicode.</summary>
    /// <returns>The zip's path.</returns>
    public string WriteZip(string zipPath) => new ZipBuilder().Dataset(this).Write(zipPath);
}
