using DeepQDataset.Inventory;
using DeepQDataset.Sources;

namespace DeepQDataset.Reading;

/// <summary>Provides the labels of class folders.</summary>
internal static class ClassFolderLabels
{
    /// <summary>
    /// Returns one label for each image in path order: with Value 1 for the class of its folder, or with Class null outside of the class
    /// folders.
    /// </summary>
    /// <param name="images">The images of a dataset in class folders.</param>
    /// <param name="source">The source of the images.</param>
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
