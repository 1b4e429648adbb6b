namespace DeepQDataset.Text;

/// <summary>Splits and combines paths of entries, with <c>/</c> as separator.</summary>
internal static class EntryPath
{
    /// <summary>Returns the part after the last <c>/</c>.</summary>
    public static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Returns the part before the last <c>/</c>; empty at the root.</summary>
    public static string Folder(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>
    /// Returns the extension of the file name with its dot, as spelled; empty if there is none. A leading dot does not start an extension.
    /// </summary>
    public static string Extension(string path)
    {
        string name = FileName(path);
        int dot = name.LastIndexOf('.');
        return dot <= 0 ? "" : name[dot..];
    }

    /// <summary>Returns the file name without its extension.</summary>
    public static string Stem(string path)
    {
        string name = FileName(path);
        int dot = name.LastIndexOf('.');
        return dot <= 0 ? name : name[..dot];
    }

    /// <summary>Combines a folder and a name; an empty folder adds nothing.</summary>
    public static string Combine(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
