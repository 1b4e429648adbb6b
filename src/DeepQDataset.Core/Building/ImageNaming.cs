using System.Diagnostics.CodeAnalysis;
using DeepQDataset.Sources;

namespace DeepQDataset.Building;

/// <summary>
/// Names the images of an archive below <c>image/</c>. When each of them has a study and a series, the folders stay; otherwise all lie side
/// by side under their file names, since a dataset is either flat or in studies (DQ105).
/// </summary>
internal static class ImageNaming
{
    // Leaves a path of 260 characters room for the series and the file behind the study.
    private const int RoomBesideStudy = 140;

    /// <summary>The valid, unique name of each image, at the same index.</summary>
    /// <param name="images">The images.</param>
    /// <param name="prefixLength">How many characters of the path in the archive stand before each name.</param>
    public static string[] NamesFor(IReadOnlyList<ResolvedImage> images, int prefixLength) =>
        NamesFor(images.Select(image => image.Name).ToArray(), index => images[index].Format, prefixLength);

    /// <summary>The valid, unique name of each image, at the same index.</summary>
    /// <param name="before">The names they ask for, with study and series where they have them.</param>
    /// <param name="formatOf">The format of the image at an index.</param>
    /// <param name="prefixLength">How many characters of the path in the archive stand before each name.</param>
    public static string[] NamesFor(IReadOnlyList<string> before, Func<int, DqImageFormat> formatOf, int prefixLength)
    {
        string[] names = AreStudies(before, out QualifiedName[]? qualified)
            ? InStudies(qualified, formatOf)
            : before.Select((name, index) => ImageName.Clean(EntryPath.FileName(name), formatOf(index))).ToArray();
        return ImageNamer.MakeUnique(names, index => IsAsBefore(before[index], names[index]), prefixLength);
    }

    private static bool AreStudies(IReadOnlyList<string> names, [NotNullWhen(true)] out QualifiedName[]? qualified)
    {
        qualified = new QualifiedName[names.Count];
        for (int index = 0; index < qualified.Length; index++)
        {
            if (!QualifiedName.TryParse(names[index], out QualifiedName? name))
            {
                qualified = null;
                return false;
            }

            qualified[index] = name;
        }

        return true;
    }

    private static string[] InStudies(QualifiedName[] qualified, Func<int, DqImageFormat> formatOf)
    {
        // Two studies stay two, also where their names differ by case alone or by characters that had to go.
        string[] studies = qualified.Select(name => name.Study).Distinct(StringComparer.Ordinal).ToArray();
        string[] clean = Array.ConvertAll(studies, ImageName.CleanFolder);
        string[] unique = ImageNamer.MakeUnique(clean, index => string.Equals(studies[index], clean[index], StringComparison.Ordinal),
            RoomBesideStudy);
        Dictionary<string, string> folders = new(StringComparer.Ordinal);
        for (int index = 0; index < studies.Length; index++)
        {
            folders.Add(studies[index], unique[index]);
        }

        string[] names = new string[qualified.Length];
        for (int index = 0; index < names.Length; index++)
        {
            QualifiedName name = qualified[index];
            names[index] = $"{folders[name.Study]}/{name.Series}/{ImageName.Clean(name.FileName, formatOf(index))}";
        }

        return names;
    }

    private static bool IsAsBefore(string before, string after) => after.StartsWith(before, StringComparison.Ordinal);
}
