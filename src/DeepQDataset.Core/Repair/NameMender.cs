using DeepQDataset.Building.Planning;
using DeepQDataset.Catalog;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Mends single names, no more of them than rules find fault with: <see cref="PortableName"/> says how, the rules say whether. A name that
/// no rule speaks of stays as it is.
/// </summary>
internal static class NameMender
{
    /// <summary>Returns a valid name of an image.</summary>
    /// <param name="name">The file name it has.</param>
    /// <param name="faults">What is wrong with it, as far as it is to be mended.</param>
    /// <param name="format">The format whose extension it is to have; <see cref="DqImageFormat.Unknown"/> leaves the extension.</param>
    /// <param name="folderLength">The number of characters of the path in the archive stand before it.</param>
    public static string Image(string name, NameFaults faults, DqImageFormat format, int folderLength)
    {
        string mended = PortableName.MendFile(name, faults);
        if (format != DqImageFormat.Unknown)
        {
            mended = StemOf(mended) + ImageExtension.SpellingOf(format);
        }

        mended = ImageName.Usable(mended);
        int stem = ImageFileNames.StemLength(mended);
        return faults.HasFlag(NameFaults.Portability) ? PortableName.Fit(mended[..stem], mended[stem..], folderLength) : mended;
    }

    /// <summary>Returns a valid name of a class or study folder.</summary>
    /// <param name="name">The name it has.</param>
    /// <param name="round">Says which rules are mended.</param>
    public static string Folder(string name, RepairRound round)
    {
        NameFaults faults = (round.Mends(RuleCatalog.NameNormalization) ? NameFaults.Normalization : NameFaults.None)
            | (round.Mends(RuleCatalog.NonPortableName) ? NameFaults.Portability : NameFaults.None);
        return ImageName.UsableFolder(PortableName.MendFolder(name, faults), "_");
    }

    private static string StemOf(string name) => ImageFileNames.IsMissing(name) ? name : EntryPath.Stem(name);
}
