using DeepQDataset.LabelMe;
using DeepQDataset.Labels;
using DeepQDataset.Rules;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Represents the names in label.csv and LabelMe files that do not match exactly one image. No image may be renamed to one of them, since
/// the label would then match it by chance.
/// </summary>
internal sealed class LabelNameReserve
{
    private readonly HashSet<string> _missing = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _contested = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _shared = [];
    private readonly HashSet<int> _pinned = [];

    private LabelNameReserve()
    {
    }

    /// <summary>Collects the names of a dataset.</summary>
    public static LabelNameReserve Of(ValidationContext context)
    {
        LabelNameReserve reserve = new();
        reserve.Gather(context.References);
        reserve.Gather(context.LabelMe);
        return reserve;
    }

    private void Gather(LabelMeDataset? labelMe)
    {
        foreach (LabelMeEntry file in labelMe?.Files ?? [])
        {
            if (file.Match is LabelMeImageMatch.Path or LabelMeImageMatch.FileName)
            {
                continue;
            }

            // It matches no image, an embedded one, or one that it only seems to match.
            Add(_contested, EntryPath.Stem(file.Entry.Path));
            if (file.Content?.ImagePath is string path)
            {
                Add(_contested, LabelMePath.Parse(path).FileName);
            }

            if (file.Image >= 0 && file.Match != LabelMeImageMatch.Embedded)
            {
                _pinned.Add(file.Image);
            }
        }
    }

    private void Gather(LabelReferences? references)
    {
        if (references is null)
        {
            return;
        }

        for (int name = 0; name < references.Table.ImageNames.Count; name++)
        {
            ImageMatch match = references.MatchOf(name);
            string text = references.Table.ImageNames[name];
            if (match.Kind == ImageMatchKind.Missing)
            {
                Add(_missing, text);
                _pinned.UnionWith(references.Index.Rivals(text));
            }
            else if (match.Kind == ImageMatchKind.Ambiguous)
            {
                Add(_contested, text);
                _pinned.UnionWith(references.Index.Candidates(match));
            }
            else if (match.IsShared)
            {
                Add(_contested, text);
                _shared.UnionWith(references.Index.Sharing(match));
            }
        }
    }

    /// <summary>
    /// Determines whether a label matches an image and others (DQ514), or may be intended for one of them. Such images keep their names;
    /// otherwise the label would match one by chance.
    /// </summary>
    public bool IsPinned(int image) => _pinned.Contains(image);

    /// <summary>Determines whether a label names an image by a file name that several images have, so that it is ambiguous.</summary>
    public bool IsShared(int image) => _shared.Contains(image);

    /// <summary>Determines whether a label with this name matches several images.</summary>
    public bool IsContested(string labelName) => Fits(_contested, labelName);

    /// <summary>Determines whether a label with this name matches several images or none.</summary>
    public bool IsReserved(string labelName) => IsContested(labelName) || Fits(_missing, labelName);

    private static void Add(HashSet<string> names, string name)
    {
        names.Add(name);
        names.Add(ImageNameTable.WithoutExtension(name).ToString());
    }

    private static bool Fits(HashSet<string> names, string labelName)
    {
        if (names.Count == 0)
        {
            return false;
        }

        string fileName = EntryPath.FileName(labelName);
        return names.Contains(labelName) || names.Contains(ImageNameTable.WithoutExtension(labelName).ToString())
            || names.Contains(fileName) || names.Contains(ImageNameTable.WithoutExtension(fileName).ToString());
    }
}
