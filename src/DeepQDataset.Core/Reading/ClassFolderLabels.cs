using DeepQDataset.Inventory;
using DeepQDataset.Sources;

namespace DeepQDataset.Reading;

/// <summary>The labels that class folders stand for.</summary>
internal static class ClassFolderLabels
{
    /// <summary>
    /// One label for each image in the order of their paths: Value 1 for its folder's class, Class null outside any class folder.
    /// </summary>
    /// <param name="images">The images of a dataset in class folders.</param>
    /// <param name="source">What holds them.</param>
    public static IEnumerable<DqLabel> Of(IReadOnlyList<ImageEntry> images, IDatasetSource source)
    {
        foreach (ImageEntry image in images)
        {
            EntryLocation location = EntryLocation.Of(source, image.Entry);
            yield return new DqLabel
            {
                Image = image.FileName,
                Class = image.Class,
                Value = image.Class is null ? null : 1,
                SourcePath = location.Path,
                SourceEntry = location.Entry,
            };
        }
    }
}
