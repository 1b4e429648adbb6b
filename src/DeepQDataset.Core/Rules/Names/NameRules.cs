using System.Text;
using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Names;

/// <summary>Checks DQ203, DQ204, DQ205, DQ207 and DQ208: the name of each image and of its folders in the layout.</summary>
internal sealed class NameRules : IRuleFamily
{
    /// <summary>Gets the rule for each fault of a name.</summary>
    public static IReadOnlyList<(DqRule Rule, NameFaults Fault)> Faults { get; } =
    [
        (RuleCatalog.InvalidCharacter, NameFaults.Character),
        (RuleCatalog.SpaceInName, NameFaults.Space),
        (RuleCatalog.NameNormalization, NameFaults.Normalization),
        (RuleCatalog.NonPortableName, NameFaults.Portability),
    ];

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        int enclosing = context.Inventory.EnclosingFolder.Length == 0 ? 0 : context.Inventory.EnclosingFolder.Length + 1;
        NonAsciiNames nonAscii = new();
        foreach (LayoutFolder folder in context.Inventory.Folders)
        {
            if (!folder.IsPrescribed)
            {
                nonAscii.Look(folder.Name);
                Report(context, folder.Path, folder.Name, PortableName.FaultsOfFolder(folder.Name), isFolder: true, pathLength: 0);
            }
        }

        foreach (ImageEntry image in context.Inventory.Images)
        {
            // The JSON of an embedded image has the role of its file.
            ReadOnlySpan<char> name = image.Path.AsSpan(image.Path.LastIndexOf('/') + 1);
            int pathLength = image.Path.Length - enclosing;
            NameFaults faults = PortableName.FaultsOfFile(name, pathLength);
            if (faults != NameFaults.None || !Ascii.IsValid(name))
            {
                nonAscii.Look(name.ToString());
                Report(context, image.Path, name.ToString(), faults, isFolder: false, pathLength);
            }
        }

        nonAscii.Report(context);
    }

    private static void Report(ValidationContext context, string path, string name, NameFaults faults, bool isFolder, int pathLength)
    {
        foreach ((DqRule rule, NameFaults fault) in Faults)
        {
            if (faults.HasFlag(fault))
            {
                context.Issues.Report(rule, path, fault switch
                {
                    NameFaults.Character => $"The file name {NameText.Quote(name)} has {Forbidden(name)}, which is not allowed.",
                    NameFaults.Space => $"The file name {NameText.Quote(name)} has {Space(name)}.",
                    NameFaults.Normalization => $"The name {NameText.Quote(name)} {Normalization(name)}.",
                    _ => $"The name {NameText.Quote(name)} {string.Join(" and ", Portability(name, isFolder, pathLength))}.",
                });
            }
        }
    }

    private static string Forbidden(string name)
    {
        char character = PortableName.FirstForbidden(name)!.Value;
        return char.IsControl(character) ? $"the control character {NameText.CodePoint(character)}" : $"the character {character}";
    }

    private static string Space(string name)
    {
        char space = PortableName.FirstSpace(name)!.Value;
        return space == ' ' ? "a space" : $"white space ({NameText.CodePoint(space)})";
    }

    private static string Normalization(string name) =>
        PortableName.FirstInvisible(name) is char invisible ? $"has the invisible character {NameText.CodePoint(invisible)}"
        : PortableName.FirstUnpairedSurrogate(name) is char half ? $"has half a character ({NameText.CodePoint(half)})"
        : "is not in Unicode's composed form (NFC), as names made on macOS may be";

    private static IEnumerable<string> Portability(string name, bool isFolder, int pathLength)
    {
        if (PortableName.IsDevice(name))
        {
            yield return "is the name of a device on Windows";
        }

        if (isFolder && PortableName.FirstForbidden(name) is not null)
        {
            yield return $"has {Forbidden(name)}, which Windows does not allow";
        }

        if (name[^1] == '.' || (isFolder && name[^1] == ' '))
        {
            yield return name[^1] == '.' ? "ends with a dot, which Windows drops" : "ends with a blank, which Windows drops";
        }

        int bytes = Encoding.UTF8.GetByteCount(name);
        if (bytes > PortableName.MaximumBytes)
        {
            yield return FormattableString.Invariant($"has {bytes} bytes in UTF-8, and {PortableName.MaximumBytes} are the most");
        }

        if (pathLength > PortableName.MaximumPathLength)
        {
            yield return FormattableString.Invariant(
                $"makes a path of {pathLength} characters, and {PortableName.MaximumPathLength} are the most on Windows");
        }
    }

    /// <summary>Counts the names that are not ASCII.</summary>
    private sealed class NonAsciiNames
    {
        private readonly List<string> _names = [];
        private long _count;

        public void Look(string name)
        {
            if (Ascii.IsValid(name))
            {
                return;
            }

            _count++;
            if (_names.Count < 3)
            {
                _names.Add(name);
            }
        }

        public void Report(ValidationContext context)
        {
            if (_count > 0)
            {
                context.Issues.Report(
                    RuleCatalog.NonAsciiName,
                    null,
                    $"{NameText.Count(_count, "name")} of images and folders {(_count == 1 ? "is" : "are")} not plain ASCII, "
                    + $"such as {NameText.QuoteAll(_names)}.",
                    count: _count);
            }
        }
    }
}
