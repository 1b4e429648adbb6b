using System.Globalization;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// Makes names unique, however file systems and label.csv may compare them: case does not tell them apart (DQ206), nor does the extension
/// alone (DQ209, DQ514). Who has a name already keeps it; a later one gets <c>_2</c>, <c>_3</c> and so on. Linear in the number of names.
/// </summary>
internal sealed class ImageNamer
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _nextSuffix = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _prefixLength;

    private ImageNamer(int prefixLength) => _prefixLength = prefixLength;

    /// <summary>Makes names unique.</summary>
    /// <param name="names">Valid names, with folders where they have some.</param>
    /// <param name="hadIt">Whether the image at an index had that very name before: it is served first.</param>
    /// <param name="prefixLength">How many characters of the path in the archive stand before each name.</param>
    /// <returns>The unique name of each, at the same index.</returns>
    public static string[] MakeUnique(IReadOnlyList<string> names, Func<int, bool> hadIt, int prefixLength)
    {
        ImageNamer namer = new(prefixLength);
        string[] unique = new string[names.Count];
        namer.Claim(names, unique, hadIt);
        namer.Claim(names, unique, static _ => true);
        for (int index = 0; index < unique.Length; index++)
        {
            unique[index] ??= namer.ClaimWithSuffix(names[index]);
        }

        return unique;
    }

    private void Claim(IReadOnlyList<string> names, string?[] unique, Func<int, bool> isServed)
    {
        for (int index = 0; index < unique.Length; index++)
        {
            if (unique[index] is null && isServed(index))
            {
                (int folder, int stem) = Split(names[index]);
                string path = Fit(names[index], folder, stem, suffix: "");
                unique[index] = TryClaim(path) ? path : null;
            }
        }
    }

    private string ClaimWithSuffix(string name)
    {
        (int folder, int stem) = Split(name);
        int suffix = _nextSuffix.GetValueOrDefault(name[..stem], 2);
        string path;
        do
        {
            path = Fit(name, folder, stem, string.Create(CultureInfo.InvariantCulture, $"_{suffix}"));
            suffix++;
        }
        while (!TryClaim(path));

        _nextSuffix[name[..stem]] = suffix;
        return path;
    }

    private string Fit(string name, int folder, int stem, string suffix) =>
        name[..folder] + PortableName.Fit(name[folder..stem], suffix + name[stem..], _prefixLength + folder);

    /// <summary>Takes a name together with its bare stem, unless another image answers to either.</summary>
    private bool TryClaim(string path)
    {
        string stem = path[..Split(path).Stem];
        if (_taken.Contains(path) || _taken.Contains(stem))
        {
            return false;
        }

        _taken.Add(path);
        _taken.Add(stem);
        return true;
    }

    /// <summary>Where a path's file name starts, and where its extension does.</summary>
    private static (int Folder, int Stem) Split(string path)
    {
        int folder = path.LastIndexOf('/') + 1;
        return (folder, ImageFileNames.StemLength(path));
    }
}
