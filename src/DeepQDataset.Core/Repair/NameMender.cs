using DeepQDataset.Building.Planning;
using DeepQDataset.Catalog;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Corrects single names, only as far as rules require: <see cref="PortableName"/> defines how, the rules define whether. A name without a
/// finding is unchanged.
/// </summary>
internal static class NameMender
{
    /// <summary>Returns a valid name of an image.</summary>
    /// <param name="name">The original file name.</param>
    /// <param name="faults">The faults to correct.</param>
    /// <param name="format">The format that determines the extension; <see cref="DqImageFormat.Unknown"/> to keep it.</param>
    /// <param name="folderLength">The number of characters of the path in the archive before the name.</param>
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
    /// <param name="name">The original name.</param>
    /// <param name="round">The round, which determines the rules to repair.</param>
    public static string Folder(string name, RepairRound round)
    {
        NameFaults faults = (round.Mends(RuleCatalog.NameNormalization) ? NameFaults.Normalization : NameFaults.None)
            | (round.Mends(RuleCatalog.NonPortableName) ? NameFaults.Portability : NameFaults.None);
        return ImageName.UsableFolder(PortableName.MendFolder(name, faults), "_");
    }

    private static string StemOf(string name) => ImageFileNames.IsMissing(name) ? name : EntryPath.Stem(name);
}
