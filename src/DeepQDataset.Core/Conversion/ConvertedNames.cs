using DeepQDataset.Building.Planning;
using DeepQDataset.Layout;

namespace DeepQDataset.Conversion;

/// <summary>
/// Names the images of one conversion as an archive would name them: valid, unique, below studies where all of them are. An image that was
/// not found keeps the name it had, since it may be found by that elsewhere.
/// </summary>
internal static class ConvertedNames
{
    private static readonly int PrefixLength = FixedNames.ImageFolder.Length + 1;

    /// <summary>Gives each image its name. Two that are one file get one name.</summary>
    public static void Assign(IEnumerable<ConvertedImage> images)
    {
        Dictionary<(string Path, string? Entry), int> numbers = [];
        List<ConvertedImage> files = [];
        List<(ConvertedImage Image, int File)> found = [];
        foreach (ConvertedImage image in images)
        {
            if (image.SourcePath is string path)
            {
                if (!numbers.TryGetValue((path, image.SourceEntry), out int number))
                {
                    number = files.Count;
                    numbers.Add((path, image.SourceEntry), number);
                    files.Add(image);
                }

                found.Add((image, number));
            }
        }

        string[] names = ImageNaming.NamesFor(
            files.ConvertAll(image => ImageLocator.Normalize(image.OriginalName)), index => files[index].Format, PrefixLength);
        foreach ((ConvertedImage image, int file) in found)
        {
            image.Name = names[file];
        }
    }
}
