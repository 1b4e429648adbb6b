
namespace DeepQDataset.Layout;

/// <summary>
/// Provides the prescribed names (guide chapter 2.1) and their misspellings: names that differ by case or an optional plural <c>s</c>, and
/// those that rules DQ102 and DQ103 list.
/// </summary>
internal static class FixedNames
{
    /// <summary>The folder of the images.</summary>
    public const string ImageFolder = "image";

    /// <summary>The folder of the class folders.</summary>
    public const string ClassesFolder = "Classes";

    /// <summary>The annotation file.</summary>
    public const string LabelFile = "label.csv";

    private static readonly string[] ImageNearMisses = [ImageFolder, "images"];
    private static readonly string[] ClassesNearMisses = [ClassesFolder, "Class", "Classe", "Classess"];
    private static readonly string[] LabelNearMisses = [LabelFile, "labels.csv", "label.csv.txt", "labels.csv.txt"];

    /// <summary>Returns the prescribed folder for a name, including misspellings.</summary>
    /// <param name="name">The name of a folder, without its path.</param>
    public static FixedFolder MatchFolder(ReadOnlySpan<char> name) => Contains(ImageNearMisses, name) ? FixedFolder.Image
        : Contains(ClassesNearMisses, name) ? FixedFolder.Classes
        : FixedFolder.None;

    /// <summary>Determines whether a name is that of a prescribed folder, case-sensitively.</summary>
    /// <param name="name">The name of a folder, without its path.</param>
    public static bool IsExactFolder(ReadOnlySpan<char> name) => name is ImageFolder or ClassesFolder;

    /// <summary>Determines whether a name is <c>label.csv</c> or a misspelling.</summary>
    /// <param name="name">A file name, without its path.</param>
    public static bool IsLabelFile(ReadOnlySpan<char> name) => Contains(LabelNearMisses, name);

    /// <summary>Returns the correct spelling of a prescribed folder.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The folder is <see cref="FixedFolder.None"/>.</exception>
    public static string Spelling(FixedFolder folder) => folder switch
    {
        FixedFolder.Image => ImageFolder,
        FixedFolder.Classes => ClassesFolder,
        _ => throw new ArgumentOutOfRangeException(nameof(folder), folder, "Only image and Classes have a prescribed name."),
    };

    /// <summary>Returns the distance of a misspelling from <c>label.csv</c>: 0 none, 1 only case, 2 more.</summary>
    internal static int LabelFileDistance(ReadOnlySpan<char> name) => name is LabelFile ? 0
        : name.Equals(LabelFile, StringComparison.OrdinalIgnoreCase) ? 1
        : 2;

    private static bool Contains(string[] candidates, ReadOnlySpan<char> name)
    {
        foreach (string candidate in candidates)
        {
            if (name.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
