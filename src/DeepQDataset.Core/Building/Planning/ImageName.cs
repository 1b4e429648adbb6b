using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// Makes one name valid: what rules DQ112, DQ203, DQ204, DQ207, DQ208 and DQ308 ask of it, but for its length, which
/// <see cref="ImageNamer"/> sees to. Letters of any script stay as they are.
/// </summary>
internal static class ImageName
{
    private const string Nameless = "image";

    /// <summary>A valid file name for an image.</summary>
    /// <param name="name">The name it had, without folders, with an extension or without.</param>
    /// <param name="format">
    /// The format of its file; its extension takes the place of what the name promises. Unknown leaves that to the name.
    /// </param>
    public static string Clean(string name, DqImageFormat format)
    {
        string mended = Usable(PortableName.MendFile(name, NameFaults.All));
        DqImageFormat promised = ImageExtension.FormatOf(mended);
        string stem = promised == DqImageFormat.Unknown ? mended : mended[..mended.LastIndexOf('.')];
        return stem + ImageExtension.SpellingOf(format == DqImageFormat.Unknown ? promised : format);
    }

    /// <summary>A valid name for a study's folder, which may hold white space.</summary>
    /// <param name="name">The name it had.</param>
    public static string CleanFolder(string name) => UsableFolder(PortableName.MendFolder(name, NameFaults.All), "study");

    /// <summary>A file's name with something before its extension, which no system claims for files of its own.</summary>
    /// <param name="mended">The name after it was put right; it may be empty or nothing but an extension.</param>
    internal static string Usable(string mended)
    {
        bool isExtension = mended.LastIndexOf('.') == 0 && ImageExtension.FormatOf("x" + mended) != DqImageFormat.Unknown;
        string named = mended.Length == 0 || isExtension ? Nameless + mended : mended;
        return SystemFileNames.IsFile(named) ? "_" + named.TrimStart('.') : named;
    }

    /// <summary>A folder's name, which no system claims for folders of its own.</summary>
    /// <param name="mended">The name after it was put right.</param>
    /// <param name="nameless">The name where nothing of it was left.</param>
    internal static string UsableFolder(string mended, string nameless) =>
        mended.Length == 0 ? nameless : SystemFileNames.IsFolder(mended) ? "_" + mended : mended;
}
