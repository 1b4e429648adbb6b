using DeepQDataset.Text;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>
/// Which folder of labels mirrors which folder of images. Two trees mirror each other where their paths differ in one folder only, and the
/// tree of labels holds no image and that of images no labels: <c>scans/a/1.png</c> and <c>boxes/a/1.txt</c>. Folders called
/// <c>images</c> and <c>labels</c> may stand anywhere: <c>images/train/1.png</c> and <c>train/labels/1.txt</c>.
/// </summary>
internal sealed class YoloMirrors
{
    private static readonly StringComparer Folders = StringComparer.OrdinalIgnoreCase;

    private readonly HashSet<string> _withImages;
    private readonly HashSet<string> _withLabels;

    /// <summary>Notes which folders hold what.</summary>
    /// <param name="images">The paths of all images.</param>
    /// <param name="labels">The paths of all label files.</param>
    public YoloMirrors(IEnumerable<string> images, IEnumerable<string> labels)
    {
        _withImages = FoldersOf(images);
        _withLabels = FoldersOf(labels);
    }

    /// <summary>Whether a label file lies where the mirror of an image's folder is.</summary>
    public bool Holds(string image, string label)
    {
        string[] first = Parts(image);
        string[] second = Parts(label);
        return first.Where(static part => !IsOwn(part)).SequenceEqual(second.Where(static part => !IsOwn(part)), Folders)
            || DifferInOne(first, second);
    }

    private static bool IsOwn(string folder) => Folders.Equals(folder, "images") || Folders.Equals(folder, "labels");

    private bool DifferInOne(string[] image, string[] label)
    {
        int least = Math.Min(image.Length, label.Length);
        int start = 0;
        while (start < least && Folders.Equals(image[start], label[start]))
        {
            start++;
        }

        int end = 0;
        while (end < least - start && Folders.Equals(image[^(end + 1)], label[^(end + 1)]))
        {
            end++;
        }

        bool isOneEach = image.Length - start - end <= 1 && label.Length - start - end <= 1;
        bool labelsAreApart = label.Length == start + end || !_withImages.Contains(string.Join('/', label[..(start + 1)]));
        bool imagesAreApart = image.Length == start + end || !_withLabels.Contains(string.Join('/', image[..(start + 1)]));
        return isOneEach && labelsAreApart && imagesAreApart;
    }

    private static string[] Parts(string path) =>
        PortableName.VisibleForm(EntryPath.Folder(path)).Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static HashSet<string> FoldersOf(IEnumerable<string> paths)
    {
        HashSet<string> folders = new(Folders);
        foreach (string path in paths)
        {
            string folder = PortableName.VisibleForm(EntryPath.Folder(path));
            while (folder.Length > 0 && folders.Add(folder))
            {
                folder = EntryPath.Folder(folder);
            }
        }

        return folders;
    }
}
