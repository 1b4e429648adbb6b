using System.Text;
using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Names;

/// <summary>DQ203, DQ204, DQ205, DQ207 and DQ208: each name by itself, of images and of their folders inside the layout.</summary>
internal sealed class NameRules : IRuleFamily
{
    /// <summary>The most bytes a name may have in UTF-8 on the usual file systems (ext4, APFS, and near enough NTFS).</summary>
    private const int MaximumNameBytes = 255;

    /// <summary>The most characters a path may have for a Windows program that has not asked for more (MAX_PATH).</summary>
    private const int MaximumPathLength = 260;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        int enclosing = context.Inventory.EnclosingFolder.Length == 0 ? 0 : context.Inventory.EnclosingFolder.Length + 1;
        NonAsciiNames nonAscii = new();
        foreach (LayoutFolder folder in context.Inventory.Folders)
        {
            if (folder.Parent is not null)
            {
                string name = folder.Name;
                nonAscii.Look(name);
                CheckNormalization(context, folder.Path, name);
                CheckPortability(context, folder.Path, name, 0);
            }
        }

        foreach (ImageEntry image in context.Inventory.Images)
        {
            // An embedded image is named by its JSON as a file would be.
            ReadOnlySpan<char> span = image.Path.AsSpan(image.Path.LastIndexOf('/') + 1);
            int pathLength = image.Path.Length - enclosing;
            if (NameCharacters.IsPlain(span) && span.Length <= MaximumNameBytes && pathLength <= MaximumPathLength && span[^1] != '.' && !PortableNames.IsDevice(span))
            {
                continue; // The usual name, which no rule here has anything to say of.
            }

            string name = span.ToString();
            nonAscii.Look(name);
            CheckCharacters(context, image.Path, name);
            CheckNormalization(context, image.Path, name);
            CheckPortability(context, image.Path, name, pathLength);
        }

        nonAscii.Report(context);
    }

    private static void CheckCharacters(ValidationContext context, string path, string name)
    {
        if (NameCharacters.FirstInvalid(name) is char invalid)
        {
            string shown = char.IsControl(invalid) ? $"the control character {NameText.CodePoint(invalid)}" : $"the character {invalid}";
            context.Issues.Report(RuleCatalog.InvalidCharacter, path, $"The file name {NameText.Quote(name)} has {shown}, which is not allowed.");
        }

        if (NameCharacters.FirstSpace(name) is char space)
        {
            string shown = space == ' ' ? "a space" : $"white space ({NameText.CodePoint(space)})";
            context.Issues.Report(RuleCatalog.SpaceInName, path, $"The file name {NameText.Quote(name)} has {shown}.");
        }
    }

    private static void CheckNormalization(ValidationContext context, string path, string name)
    {
        if (Ascii.IsValid(name))
        {
            return;
        }

        if (NameCharacters.FirstInvisible(name) is char invisible)
        {
            context.Issues.Report(RuleCatalog.NameNormalization, path, $"The name {NameText.Quote(name)} has the invisible character {NameText.CodePoint(invisible)}.");
        }
        else if (!NameCharacters.IsComposed(name))
        {
            context.Issues.Report(
                RuleCatalog.NameNormalization, path, $"The name {NameText.Quote(name)} is not in Unicode's composed form (NFC), as names made on macOS may be.");
        }
    }

    private static void CheckPortability(ValidationContext context, string path, string name, int pathLength)
    {
        List<string> reasons = [];
        if (PortableNames.IsDevice(name))
        {
            reasons.Add("is the name of a device on Windows");
        }

        // A blank at the end of an image's name is white space in it (DQ204) already.
        if (name[^1] == '.' || (name[^1] == ' ' && pathLength == 0))
        {
            reasons.Add(name[^1] == '.' ? "ends with a dot, which Windows drops" : "ends with a blank, which Windows drops");
        }

        int bytes = Encoding.UTF8.GetByteCount(name);
        if (bytes > MaximumNameBytes)
        {
            reasons.Add(FormattableString.Invariant($"has {bytes} bytes in UTF-8, and {MaximumNameBytes} are the most"));
        }

        if (pathLength > MaximumPathLength)
        {
            reasons.Add(FormattableString.Invariant($"makes a path of {pathLength} characters, and {MaximumPathLength} are the most on Windows"));
        }

        if (reasons.Count > 0)
        {
            context.Issues.Report(RuleCatalog.NonPortableName, path, $"The name {NameText.Quote(name)} {string.Join(" and ", reasons)}.");
        }
    }

    /// <summary>Counts the names that are not plain ASCII.</summary>
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
                    $"{NameText.Count(_count, "name")} of images and folders {(_count == 1 ? "is" : "are")} not plain ASCII, such as {NameText.QuoteAll(_names)}.",
                    count: _count);
            }
        }
    }
}
