using System.Text;
using DeepQDataset.Building.Planning;
using DeepQDataset.Catalog;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Mends single names, no more of them than rules find fault with: <see cref="ImageName"/> says how, the rules say whether. A name that no
/// rule speaks of stays as it is.
/// </summary>
internal static class NameMender
{
    private const string Nameless = "image";

    /// <summary>A valid name of an image.</summary>
    /// <param name="name">The file name it has.</param>
    /// <param name="faults">What is wrong with it, as far as it is to be mended.</param>
    /// <param name="format">The format whose extension it is to have; <see cref="DqImageFormat.Unknown"/> leaves the extension.</param>
    /// <param name="folderLength">How many characters of the path in the archive stand before it.</param>
    public static string Image(string name, NameFaults faults, DqImageFormat format, int folderLength)
    {
        string mended = faults.HasFlag(NameFaults.Normalization) ? ImageName.DropInvisible(name) : name;
        mended = TrimEnds(mended, faults);
        mended = faults.HasFlag(NameFaults.Character) ? ImageName.ReplaceInvalid(mended) : mended;
        mended = faults.HasFlag(NameFaults.Space) ? ImageName.ReplaceSpace(mended) : mended;
        if (format != DqImageFormat.Unknown)
        {
            mended = StemOf(mended) + ImageExtension.SpellingOf(format);
        }

        mended = WithStem(mended, name);
        if (faults.HasFlag(NameFaults.Portability))
        {
            string stem = mended[..ImageFileNames.StemLength(mended)];
            mended = PortableNames.Fit(ImageName.AvoidDevice(stem), mended[stem.Length..], folderLength);
        }

        return mended;
    }

    /// <summary>A valid name of a class or study folder.</summary>
    /// <param name="name">The name it has.</param>
    /// <param name="round">Says which rules are mended.</param>
    public static string Folder(string name, RepairRound round)
    {
        string mended = name;
        if (round.Mends(RuleCatalog.NameNormalization)
            && !Ascii.IsValid(name) && (NameCharacters.FirstInvisible(name) is not null || !NameCharacters.IsComposed(name)))
        {
            mended = ImageName.DropInvisible(name);
        }

        if (round.Mends(RuleCatalog.NonPortableName))
        {
            mended = mended.TrimEnd('.', ' ');
            mended = ImageName.AvoidDevice(mended);
            mended = Encoding.UTF8.GetByteCount(mended) > PortableNames.MaximumNameBytes ? PortableNames.Fit(mended, "", 0) : mended;
        }

        return mended.Length == 0 ? "_" : mended;
    }

    private static string TrimEnds(string name, NameFaults faults)
    {
        bool dots = faults.HasFlag(NameFaults.Portability);
        bool spaces = faults.HasFlag(NameFaults.Space);
        int end = name.Length;
        while (end > 0 && ((dots && name[end - 1] == '.') || (spaces && char.IsWhiteSpace(name[end - 1]))))
        {
            end--;
        }

        return spaces ? name[..end].TrimStart() : name[..end];
    }

    private static string StemOf(string name) => ImageFileNames.IsMissing(name) ? name : EntryPath.Stem(name);

    /// <summary>Sees to it that something is left before the extension, and that no name comes to be hidden.</summary>
    private static string WithStem(string name, string before)
    {
        if (name.Length == 0)
        {
            return Nameless;
        }

        bool isHidden = name.StartsWith('.') && !before.StartsWith('.');
        bool isExtension = ImageExtension.FormatOf("x" + name) != DqImageFormat.Unknown;
        return isHidden ? (isExtension ? Nameless : "_") + name : name;
    }
}
