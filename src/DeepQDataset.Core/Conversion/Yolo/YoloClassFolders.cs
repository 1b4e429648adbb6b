using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>Provides YOLO's layout for classification: <c>train</c>, <c>val</c> and <c>test</c> with a folder for each class.</summary>
internal static class YoloClassFolders
{
    /// <summary>Returns the class of an image; null if it is not in a class folder.</summary>
    /// <param name="path">The image's path.</param>
    public static string? ClassOf(string path)
    {
        string folder = EntryPath.Folder(path);
        string split = EntryPath.FileName(EntryPath.Folder(folder));
        return YoloPaths.IsSplit(split) ? EntryPath.FileName(folder) : null;
    }

    /// <summary>Determines whether all images are in class folders, so that no labels are needed.</summary>
    public static bool Is(IReadOnlyList<SourceEntry> images) => images.Count > 0
        && images.All(image => ClassOf(image.Path) is string name && !name.Equals("images", StringComparison.OrdinalIgnoreCase));
}
