
namespace DeepQDataset.Layout;

/// <summary>
/// The names the platform prescribes (guide chapter 2.1), and their near misses: equal but for case or an optional plural <c>s</c>,
/// and what rules DQ102 and DQ103 name beside.
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

    /// <summary>Says which prescribed folder a name means, spelled right or nearly so.</summary>
    /// <param name="name">A folder's name, without its path.</param>
    public static FixedFolder MatchFolder(ReadOnlySpan<char> name) => Contains(ImageNearMisses, name) ? FixedFolder.Image
        : Contains(ClassesNearMisses, name) ? FixedFolder.Classes
        : FixedFolder.None;

    /// <summary>Determines whether a name is a prescribed folder's name, letter for letter.</summary>
    /// <param name="name">A folder's name, without its path.</param>
    public static bool IsExactFolder(ReadOnlySpan<char> name) => name is ImageFolder or ClassesFolder;

    /// <summary>Determines whether a name means <c>label.csv</c>, spelled right or nearly so.</summary>
    /// <param name="name">A file's name, without its path.</param>
    public static bool IsLabelFile(ReadOnlySpan<char> name) => Contains(LabelNearMisses, name);

    /// <summary>Returns the right spelling of a prescribed folder.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is <see cref="FixedFolder.None"/>.</exception>
    public static string Spelling(FixedFolder folder) => folder switch
    {
        FixedFolder.Image => ImageFolder,
        FixedFolder.Classes => ClassesFolder,
        _ => throw new ArgumentOutOfRangeException(nameof(folder), folder, "Only image and Classes have a prescribed name."),
    };

    /// <summary>How far a near miss of <c>label.csv</c> is from it: 0 none, 1 case only, 2 more.</summary>
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
