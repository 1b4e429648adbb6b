using DeepQDataset.Inventory;
using DeepQDataset.LabelMe;
using DeepQDataset.Labels;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Classes;

/// <summary>
/// Collects the classes that the labels give images: the class folder, the classes with value 1, or those of boxes or shapes. An image
/// without rows, or with invalid rows, has none.
/// </summary>
internal sealed class AssertedClasses
{
    private const int MaximumShown = 3;

    private readonly Dictionary<int, SortedSet<string>> _classes = [];

    /// <summary>Collects the classes.</summary>
    /// <param name="context">The dataset.</param>
    /// <param name="groups">The indexes of the images, in groups.</param>
    public static AssertedClasses Of(ValidationContext context, IEnumerable<IReadOnlyList<int>> groups)
    {
        AssertedClasses asserted = new();
        HashSet<int> wanted = [];
        foreach (IReadOnlyList<int> group in groups)
        {
            wanted.UnionWith(group);
        }

        if (context.References is LabelReferences references)
        {
            asserted.AddRows(references, wanted);
        }

        foreach (LabelMeEntry file in context.LabelMe?.Files ?? [])
        {
            if (file.IsSound && file.Content!.Shapes.Count > 0 && wanted.Contains(file.Image))
            {
                asserted.ClassesOf(file.Image).UnionWith(file.Content.Shapes.Select(static shape => shape.Label));
            }
        }

        foreach (int image in wanted)
        {
            if (context.Inventory.Images[image] is ImageEntry { Class: string folder })
            {
                asserted._classes[image] = new SortedSet<string>(StringComparer.Ordinal) { folder };
            }
        }

        return asserted;
    }

    /// <summary>Describes how the labels of images contradict each other.</summary>
    /// <param name="images">The indexes of the images.</param>
    /// <returns>The contradiction as a clause; null if there is none.</returns>
    public string? FindContradiction(IReadOnlyList<int> images)
    {
        SortedSet<string>? first = null;
        foreach (int image in images)
        {
            if (!_classes.TryGetValue(image, out SortedSet<string>? classes))
            {
                continue;
            }

            first ??= classes;
            if (!first.SetEquals(classes))
            {
                return $"one is labelled {Show(first)} and another {Show(classes)}";
            }
        }

        return null;
    }

    private static string Show(SortedSet<string> classes) =>
        classes.Count == 0
            ? "with no class"
            : string.Join(" and ", classes.Take(MaximumShown).Select(name => FieldText.Quote(name)))
                + (classes.Count > MaximumShown ? " and more" : "");

    private void AddRows(LabelReferences references, HashSet<int> wanted)
    {
        LabelTable table = references.Table;
        foreach (LabelEntry row in table.Entries)
        {
            if (ImageOf(references, row) is int image && wanted.Contains(image))
            {
                SortedSet<string> classes = ClassesOf(image);
                if (table.ValueOf(row) == 1)
                {
                    classes.Add(table.ClassNames[row.Class]);
                }
            }
        }

        foreach (LabelEntry row in table.Invalid)
        {
            if (ImageOf(references, row) is int image)
            {
                _classes.Remove(image);
            }
        }
    }

    private SortedSet<string> ClassesOf(int image)
    {
        if (!_classes.TryGetValue(image, out SortedSet<string>? classes))
        {
            _classes[image] = classes = new SortedSet<string>(StringComparer.Ordinal);
        }

        return classes;
    }

    private static int? ImageOf(LabelReferences references, LabelEntry row)
    {
        ImageMatch match = references.MatchOf(row.Image);
        return match.Kind is ImageMatchKind.Found or ImageMatchKind.Meant ? match.Image : null;
    }
}
