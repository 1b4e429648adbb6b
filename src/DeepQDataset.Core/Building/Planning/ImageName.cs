using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// Makes one name valid by rules DQ112, DQ203, DQ204, DQ207, DQ208 and DQ308. <see cref="ImageNamer"/> limits the length. Letters of any
/// script are kept.
/// </summary>
internal static class ImageName
{
    private const string Nameless = "image";

    /// <summary>Returns a valid file name for an image.</summary>
    /// <param name="name">The original name, without folders, with or without extension.</param>
    /// <param name="format">
    /// The format of the file, which determines the extension. If it is unknown, the extension of the name is kept.
    /// </param>
    public static string Clean(string name, DqImageFormat format)
    {
        string mended = Usable(PortableName.MendFile(name, NameFaults.All));
        DqImageFormat promised = ImageExtension.FormatOf(mended);
        string stem = promised == DqImageFormat.Unknown ? mended : mended[..mended.LastIndexOf('.')];
        return stem + ImageExtension.SpellingOf(format == DqImageFormat.Unknown ? promised : format);
    }

    /// <summary>Returns a valid name for the folder of a study, which may contain white space.</summary>
    /// <param name="name">The original name.</param>
    public static string CleanFolder(string name) => UsableFolder(PortableName.MendFolder(name, NameFaults.All), "study");

    /// <summary>Returns a file name that has a stem and is not reserved by an operating system.</summary>
    /// <param name="mended">The corrected name, which may be empty or only an extension.</param>
    internal static string Usable(string mended)
    {
        bool isExtension = mended.LastIndexOf('.') == 0 && ImageExtension.FormatOf("x" + mended) != DqImageFormat.Unknown;
        string named = mended.Length == 0 || isExtension ? Nameless + mended : mended;
        return SystemFileNames.IsFile(named) ? "_" + named.TrimStart('.') : named;
    }

    /// <summary>Returns a folder name that is not reserved by an operating system.</summary>
    /// <param name="mended">The corrected name.</param>
    /// <param name="fallback">The name to use if the corrected name is empty.</param>
    internal static string UsableFolder(string mended, string fallback) =>
        mended.Length == 0 ? fallback : SystemFileNames.IsFolder(mended) ? "_" + mended : mended;
}
