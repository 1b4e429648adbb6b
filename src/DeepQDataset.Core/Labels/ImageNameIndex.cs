using System.Globalization;
using System.Text;
using DeepQDataset.Inventory;
using DeepQDataset.Text;

namespace DeepQDataset.Labels;

/// <summary>
/// Finds the image for a name in label.csv: with or without extension (the guide's figures have none), as a file name or qualified as
/// <c>Study/Series1/file</c>. Not safe for use by several threads.
/// </summary>
/// <param name="images">The images of the dataset.</param>
internal sealed class ImageNameIndex(IReadOnlyList<ImageEntry> images)
{
    private static readonly ImageNameForm[] Forms = Enum.GetValues<ImageNameForm>();

    private readonly ImageNameTable?[] _exact = new ImageNameTable?[Forms.Length];
    private readonly ImageNameTable?[] _anyCase = new ImageNameTable?[Forms.Length];
    private bool? _hasFolders;
    private bool? _hasHiddenNames;
    private ImageNameIndex? _visible;
    private Dictionary<string, int>? _numbers;

    /// <summary>Gets the images of the dataset.</summary>
    public IReadOnlyList<ImageEntry> Images { get; } = images;

    /// <summary>Determines whether a name matches one or several images.</summary>
    public bool Contains(string name) => Find(name).Kind != ImageMatchKind.Missing;

    /// <summary>
    /// Finds the image for a name: <see cref="ImageMatchKind.Found"/>, <see cref="ImageMatchKind.Ambiguous"/> or
    /// cref="ImageMatchKind.Missing"/>. A file's name that is decomposed or has invisible characters (DQ207) is found by the name that it
    /// looks like.
    /// </summary>
    public ImageMatch Find(ReadOnlySpan<char> name)
    {
        ImageMatch match = FindAs(name, StringComparison.Ordinal);
        return match.Kind == ImageMatchKind.Missing && HasHiddenNames() ? FindVisible(name.ToString()) : match;
    }

    /// <summary>Finds the image for a name, or else the one that is certainly intended (<see cref="ImageMatchKind.Meant"/>).</summary>
    public ImageMatch FindMeant(string name)
    {
        ImageMatch match = Find(name);
        return match.Kind != ImageMatchKind.Missing || Images.Count == 0 ? match : GuessMeant(name);
    }

    /// <summary>Returns all images with the file name by which an image was found.</summary>
    public IEnumerable<int> Sharing(ImageMatch match)
    {
        ImageNameTable table = Table(match.Form, StringComparison.Ordinal);
        return Chain(table, table.First(ImageNameTable.KeyOf(Images[match.Image], match.Form)));
    }

    /// <summary>
    /// Returns the images that a missing name may be intended for. If all but one were renamed, the intended image would seem certain.
    /// </summary>
    public IEnumerable<int> Rivals(string name)
    {
        string slashed = name.Replace('\\', '/');
        string folderless = slashed[(slashed.LastIndexOf('/') + 1)..];
        string stem = ImageNameTable.WithoutExtension(slashed).ToString();
        string folderlessStem = ImageNameTable.WithoutExtension(folderless).ToString();
        foreach (string text in new[] { slashed, stem, folderless, folderlessStem })
        {
            foreach (StringComparison comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
            {
                ImageMatch match = FindAs(text, comparison);
                foreach (int image in match.Kind == ImageMatchKind.Ambiguous ? Chain(Table(match.Form, comparison), match.Image) : [])
                {
                    yield return image;
                }
            }
        }
    }

    /// <summary>Returns all images that an ambiguous name matches.</summary>
    public IEnumerable<int> Candidates(ImageMatch match) => Chain(Table(match.Form, StringComparison.Ordinal), match.Image);

    private static IEnumerable<int> Chain(ImageNameTable table, int first)
    {
        for (int image = first; image >= 0; image = table.Next(image))
        {
            yield return image;
        }
    }

    private ImageMatch FindVisible(string name)
    {
        if (!string.Equals(PortableName.VisibleForm(name), name, StringComparison.Ordinal))
        {
            return ImageMatch.None;
        }

        return Visible.FindAs(name, StringComparison.Ordinal) is { Kind: ImageMatchKind.Found } match ? match : ImageMatch.None;
    }

    /// <summary>The same images by the names that theirs look like.</summary>
    private ImageNameIndex Visible => _visible ??= !HasHiddenNames() ? this
        : new ImageNameIndex([.. Images.Select(static image => image.WithLabelName(PortableName.VisibleForm(image.LabelName)))]);

    private bool HasHiddenNames() =>
        _hasHiddenNames ??= Images.Any(static image =>
            !Ascii.IsValid(image.LabelName)
            && !string.Equals(PortableName.VisibleForm(image.LabelName), image.LabelName, StringComparison.Ordinal));

    private ImageMatch FindAs(ReadOnlySpan<char> name, StringComparison comparison)
    {
        foreach (ImageNameForm form in Forms)
        {
            if (form >= ImageNameForm.File && !HasFolders())
            {
                break;
            }

            ImageNameTable table = Table(form, comparison);
            int image = table.First(name);
            if (image >= 0)
            {
                bool isSeveral = table.Next(image) >= 0;
                bool isShared = isSeveral && IsRepeatedFileName(table, image);
                ImageMatchKind kind = isSeveral && !isShared ? ImageMatchKind.Ambiguous : ImageMatchKind.Found;
                return new ImageMatch(kind, image, form, IsShared: isShared);
            }
        }

        return ImageMatch.None;
    }

    // Equal file names in several folders outside of studies are reported by DQ201 or DQ202; once the names are unique, so are the labels.
    private bool IsRepeatedFileName(ImageNameTable table, int image)
    {
        ReadOnlySpan<char> name = FileName(Images[image]);
        for (int other = image; other >= 0; other = table.Next(other))
        {
            if (Images[other].Study is not null || !FileName(Images[other]).SequenceEqual(name))
            {
                return false;
            }
        }

        return true;
    }

    private ImageMatch GuessMeant(string name)
    {
        if (GuessSpelling(name) is { Kind: ImageMatchKind.Meant } match)
        {
            return match;
        }

        string visible = PortableName.VisibleForm(name);
        if (string.Equals(visible, name, StringComparison.Ordinal))
        {
            return HasHiddenNames() && Visible.GuessSpelling(name) is { Kind: ImageMatchKind.Meant } hidden ? hidden : GuessNumber(name);
        }

        return Meant(Find(visible), HiddenFault(name)) is { Kind: ImageMatchKind.Meant } direct ? direct
            : Visible.GuessSpelling(visible) is { Kind: ImageMatchKind.Meant } guess
                ? guess with { Fault = Join(HiddenFault(name), guess.Fault!) }
            : ImageMatch.None;
    }

    private static string HiddenFault(string name) =>
        PortableName.FirstInvisible(name) is char invisible
            ? string.Create(CultureInfo.InvariantCulture, $"it has the invisible character U+{(int)invisible:X4}")
            : "its letters are decomposed (Unicode NFD), as names made on macOS are, and those of the file's name are not";

    /// <summary>Finds the image whose name is a number that lost its leading zeros, or got a fraction.</summary>
    private ImageMatch GuessNumber(string name)
    {
        if (SpreadsheetName.WithoutFraction(name) is string whole)
        {
            const string Fraction = "'.0' was added, as by programs that take names for numbers";
            return Meant(Find(whole), Fraction) is { Kind: ImageMatchKind.Meant } added ? added
                : GuessNumber(whole) is { Kind: ImageMatchKind.Meant } zeros ? zeros with { Fault = Join(Fraction, zeros.Fault!) }
                : ImageMatch.None;
        }

        ReadOnlySpan<char> stem = ImageNameTable.WithoutExtension(name);
        if (!SpreadsheetName.IsNumber(stem))
        {
            return ImageMatch.None;
        }

        _numbers ??= IndexNumbers();
        return _numbers.TryGetValue(SpreadsheetName.WithoutZeros(stem).ToString(), out int image) && image >= 0
            ? new ImageMatch(
                ImageMatchKind.Meant, image, Fault: "its leading zeros are not those of the image, as spreadsheet programs drop them")
            : ImageMatch.None;
    }

    /// <summary>The images whose names are numbers, by these without leading zeros; −1 where two images share one.</summary>
    private Dictionary<string, int> IndexNumbers()
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        for (int image = 0; image < Images.Count; image++)
        {
            ReadOnlySpan<char> stem = ImageNameTable.WithoutExtension(FileName(Images[image]));
            if (SpreadsheetName.IsNumber(stem))
            {
                string number = SpreadsheetName.WithoutZeros(stem).ToString();
                numbers[number] = numbers.TryAdd(number, image) ? image : -1;
            }
        }

        return numbers;
    }

    private ImageMatch GuessSpelling(string name)
    {
        string slashed = name.Replace('\\', '/');
        string folderless = slashed[(slashed.LastIndexOf('/') + 1)..];
        bool hasBackslash = !ReferenceEquals(slashed, name) && !slashed.Equals(name, StringComparison.Ordinal);
        return GuessMeant(slashed, hasBackslash ? @"'\' stands where '/' belongs" : null) is { Kind: ImageMatchKind.Meant } match ? match
            : folderless.Length > 0 && folderless.Length < slashed.Length
                ? GuessMeant(
                    folderless,
                    hasBackslash
                        ? @"the folder before it does not belong there, nor does '\'"
                        : "the folder before it is wrong or does not belong there")
            : ImageMatch.None;
    }

    private ImageMatch GuessMeant(string name, string? fault)
    {
        ReadOnlySpan<char> stem = ImageNameTable.WithoutExtension(name);
        return fault is not null && Meant(Find(name), fault) is { Kind: ImageMatchKind.Meant } exact ? exact
            : Meant(FindAs(name, StringComparison.OrdinalIgnoreCase), Join(fault, "the case differs"))
                is { Kind: ImageMatchKind.Meant } inCase
                ? inCase
            : stem.Length == name.Length ? ImageMatch.None
            : Meant(Find(stem), Join(fault, "the extension differs")) is { Kind: ImageMatchKind.Meant } inExtension ? inExtension
            : Meant(FindAs(stem, StringComparison.OrdinalIgnoreCase), Join(fault, "the case and the extension differ"));
    }

    private static ImageMatch Meant(ImageMatch match, string fault) =>
        match.Kind == ImageMatchKind.Found ? match with { Kind = ImageMatchKind.Meant, Fault = fault } : ImageMatch.None;

    private static string Join(string? first, string second) => first is null ? second : $"{first}, and {second}";

    private static ReadOnlySpan<char> FileName(ImageEntry image) => image.LabelName.AsSpan(image.LabelName.LastIndexOf('/') + 1);

    private bool HasFolders() => _hasFolders ??= Images.Any(image => image.LabelName.Contains('/', StringComparison.Ordinal));

    private ImageNameTable Table(ImageNameForm form, StringComparison comparison) =>
        (comparison == StringComparison.Ordinal ? _exact : _anyCase)[(int)form] ??= new ImageNameTable(Images, form, comparison);
}
