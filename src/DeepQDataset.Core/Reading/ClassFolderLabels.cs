using DeepQDataset.Inventory;
using DeepQDataset.Sources;

namespace DeepQDataset.Reading;

/// <summary>The labels that class folders stand for.</summary>
internal static class ClassFolderLabels
{
    /// <summary>One label for each image in the order of their paths: Value 1 for its folder's class, Class null outside any class folder.</summary>
    /// <param name="images">The images of a dataset in class folders.</param>
    /// <param name="kind">What holds them.</param>
    /// <param name="fullPath">The rooted path of the folder or zip.</param>
    public static IEnumerable<DqLabel> Of(IReadOnlyList<ImageEntry> images, SourceKind kind, string fullPath)
    {
        foreach (ImageEntry image in images)
        {
            yield return new DqLabel
            {
                Image = image.FileName,
                Class = image.Class,
                Value = image.Class is null ? null : 1,
                SourcePath = kind == SourceKind.Zip ? fullPath : Path.Join(fullPath, image.Path.Replace('/', Path.DirectorySeparatorChar)),
                SourceEntry = kind == SourceKind.Zip ? image.Path : null,
            };
        }
    }
}
