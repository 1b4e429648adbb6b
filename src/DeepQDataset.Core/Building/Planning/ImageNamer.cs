using System.Globalization;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// Makes names unique for every file system and for label.csv: names that differ only by case (DQ206) or by extension (DQ209, DQ514) are
/// not unique. An image that already has a name keeps it; later ones get <c>_2</c>, <c>_3</c> and so on. Runs in linear time.
/// </summary>
internal sealed class ImageNamer
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _nextSuffix = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _prefixLength;

    private ImageNamer(int prefixLength) => _prefixLength = prefixLength;

    /// <summary>Makes names unique.</summary>
    /// <param name="names">Valid names, which may include folders.</param>
    /// <param name="hasName">Determines whether the image at an index already had this name; such images are named first.</param>
    /// <param name="prefixLength">The number of characters of the path in the archive before each name.</param>
    /// <returns>The unique name of each image, at the same index.</returns>
    public static string[] MakeUnique(IReadOnlyList<string> names, Func<int, bool> hasName, int prefixLength)
    {
        ImageNamer namer = new(prefixLength);
        string[] unique = new string[names.Count];
        namer.Claim(names, unique, hasName);
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

    /// <summary>Reserves a name and its stem, unless another image uses either.</summary>
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

    /// <summary>Returns the indexes at which the file name and the extension start.</summary>
    private static (int Folder, int Stem) Split(string path)
    {
        int folder = path.LastIndexOf('/') + 1;
        return (folder, ImageFileNames.StemLength(path));
    }
}
