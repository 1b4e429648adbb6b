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
    public static string[] NamesFor(IReadOnlyList<ResolvedImage> images, int prefixLength)
    {
        string[] names = AreStudies(images, out QualifiedName[]? qualified)
            ? InStudies(images, qualified)
            : images.Select(image => ImageName.Clean(EntryPath.FileName(image.Name), image.Format)).ToArray();
        return ImageNamer.MakeUnique(names, index => IsAsBefore(images[index].Name, names[index]), prefixLength);
    }

    private static bool AreStudies(IReadOnlyList<ResolvedImage> images, [NotNullWhen(true)] out QualifiedName[]? qualified)
    {
        qualified = new QualifiedName[images.Count];
        for (int index = 0; index < qualified.Length; index++)
        {
            if (!QualifiedName.TryParse(images[index].Name, out QualifiedName? name))
            {
                qualified = null;
                return false;
            }

            qualified[index] = name;
        }

        return true;
    }

    private static string[] InStudies(IReadOnlyList<ResolvedImage> images, QualifiedName[] qualified)
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
            names[index] = $"{folders[name.Study]}/{name.Series}/{ImageName.Clean(name.FileName, images[index].Format)}";
        }

        return names;
    }

    private static bool IsAsBefore(string before, string after) => after.StartsWith(before, StringComparison.Ordinal);
}
