using System.Diagnostics.CodeAnalysis;
using DeepQDataset.Text;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// Names the images of an archive below <c>image/</c>. If every image has a study and a series, the folders are kept; otherwise all images
/// are in one folder, since a dataset is either flat or in studies (DQ105).
/// </summary>
internal static class ImageNaming
{
    /// <summary>Returns the valid, unique name of each image, at the same index.</summary>
    /// <param name="images">The images.</param>
    /// <param name="arrangement">The layout.</param>
    /// <param name="prefixLength">The number of characters of the path in the archive before each name.</param>
    /// <exception cref="DatasetException">The layout is studies, and images have no study in their names.</exception>
    public static string[] NamesFor(IReadOnlyList<ResolvedImage> images, ImageArrangement arrangement, int prefixLength)
    {
        string[] before = images.Select(static image => image.Name).ToArray();
        QualifiedName[]? qualified = null;
        bool isInStudies = arrangement != ImageArrangement.Flat && AreStudies(before, out qualified);
        if (arrangement == ImageArrangement.Studies && !isInStudies)
        {
            throw WithoutStudy(before);
        }

        return NamesFor(before, qualified, index => images[index].Format, prefixLength);
    }

    /// <summary>Returns the valid, unique name of each image, at the same index.</summary>
    /// <param name="before">The original names, with study and series if they have them.</param>
    /// <param name="formatOf">Returns the format of the image at an index.</param>
    /// <param name="prefixLength">The number of characters of the path in the archive before each name.</param>
    public static string[] NamesFor(IReadOnlyList<string> before, Func<int, DqImageFormat> formatOf, int prefixLength) =>
        NamesFor(before, AreStudies(before, out QualifiedName[]? qualified) ? qualified : null, formatOf, prefixLength);

    /// <summary>Returns a valid name for each image, without folders. The names may not be unique.</summary>
    /// <param name="before">The original names.</param>
    /// <param name="formatOf">Returns the format of the image at an index.</param>
    public static string[] CleanNames(IReadOnlyList<string> before, Func<int, DqImageFormat> formatOf) =>
        before.Select((name, index) => ImageName.Clean(EntryPath.FileName(name), formatOf(index))).ToArray();

    private static string[] NamesFor(
        IReadOnlyList<string> before, QualifiedName[]? qualified, Func<int, DqImageFormat> formatOf, int prefixLength)
    {
        string[] names = qualified is null ? CleanNames(before, formatOf) : InStudies(qualified, formatOf, prefixLength);
        return ImageNamer.MakeUnique(names, index => IsUnchanged(before[index], names[index]), prefixLength);
    }

    private static DatasetException WithoutStudy(IReadOnlyList<string> names) => UnfitImages.Refuse(
        "ImageWithoutStudy",
        names.Where(static name => !QualifiedName.TryParse(name, out _)).ToArray(),
        "has no study and series in its name", "have no study and series in their names",
        $"Name each as Study/Series1/file, or leave {Remedy.Of(RemedyAction.ArrangeStudies)} out.");

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

    private static string[] InStudies(QualifiedName[] qualified, Func<int, DqImageFormat> formatOf, int prefixLength)
    {
        string[] files = CleanNames(Array.ConvertAll(qualified, static name => name.FileName), formatOf);
        Dictionary<string, int> longest = new(StringComparer.Ordinal); // the longest path after each study, in order
        for (int index = 0; index < files.Length; index++)
        {
            int length = qualified[index].Series.Length + files[index].Length + 2;
            longest[qualified[index].Study] = Math.Max(longest.GetValueOrDefault(qualified[index].Study), length);
        }

        Dictionary<string, string> folders = FoldersOf([.. longest.Keys], study => prefixLength + longest[study]);
        return files.Select((file, index) => $"{folders[qualified[index].Study]}/{qualified[index].Series}/{file}").ToArray();
    }

    /// <summary>
    /// Returns the folder of each study. Two studies get two folders even if their names differ only by case or by invalid characters.
    /// </summary>
    private static Dictionary<string, string> FoldersOf(string[] studies, Func<string, int> lengthBeside)
    {
        string[] clean = Array.ConvertAll(studies, study =>
        {
            string name = ImageName.CleanFolder(study);
            return name.Length + lengthBeside(study) > PortableName.MaximumPathLength ? PortableName.ShortenFolder(name) : name;
        });
        string[] unique = ImageNamer.MakeUnique(
            clean, index => string.Equals(studies[index], clean[index], StringComparison.Ordinal), prefixLength: 0);
        Dictionary<string, string> folders = new(StringComparer.Ordinal);
        for (int index = 0; index < studies.Length; index++)
        {
            folders.Add(studies[index], unique[index]);
        }

        return folders;
    }

    private static bool IsUnchanged(string before, string after) => after.StartsWith(before, StringComparison.Ordinal);
}
