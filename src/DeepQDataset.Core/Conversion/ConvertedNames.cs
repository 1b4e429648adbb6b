using DeepQDataset.Building.Planning;
using DeepQDataset.Layout;

namespace DeepQDataset.Conversion;

/// <summary>
/// Names the images of a conversion as in an archive: valid, unique, and in studies if all of them have one. A missing image keeps its
/// name, since it may be found elsewhere.
/// </summary>
internal static class ConvertedNames
{
    private static readonly int PrefixLength = FixedNames.ImageFolder.Length + 1;

    /// <summary>Names each image. Images with the same file get the same name.</summary>
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
