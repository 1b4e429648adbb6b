using DeepQDataset.Catalog;
using DeepQDataset.Json;
using DeepQDataset.LabelMe;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.LabelMe;

/// <summary>
/// Checks the content of each LabelMe file: DQ801, DQ803 and DQ807, one issue for each file. A file that is not LabelMe's has no other
/// issue.
/// </summary>
internal sealed class LabelMeRules : IRuleFamily
{
    private const int MaximumKindsShown = 5;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        foreach (LabelMeEntry file in context.LabelMe?.Files ?? [])
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (file.NotRead is string reason)
            {
                context.Issues.Report(RuleCatalog.InvalidLabelMe, file.Entry.Path, reason);
            }
            else if (file.Content is { Fault: LabelMeFault fault })
            {
                Report(context, RuleCatalog.InvalidLabelMe, file, fault, count: 1);
            }
            else if (file.Content is LabelMeFile content)
            {
                CheckShapes(context, file, content);
            }
        }
    }

    private static void CheckShapes(ValidationContext context, LabelMeEntry file, LabelMeFile content)
    {
        if (content.GeometryFault is LabelMeFault geometry)
        {
            string more = content.BrokenShapes == 1 ? "" : $" {content.BrokenShapes} shapes of the file are wrong in such a way.";
            Report(context, RuleCatalog.ShapeGeometry, file, geometry with { Message = geometry.Message + more }, content.BrokenShapes);
        }

        int unsupported = 0;
        LabelMeShape first = default;
        foreach (LabelMeShape shape in content.Shapes)
        {
            if (!LabelMeShapeKinds.IsSupported(shape.Kind) && unsupported++ == 0)
            {
                first = shape;
            }
        }

        if (unsupported > 0)
        {
            string verb = unsupported == 1 ? "is" : "are";
            string message =
                $"The file has {NameText.Count(unsupported, "shape")} that {verb} neither rectangle nor polygon: {Kinds(content)}.";
            Report(context, RuleCatalog.UnsupportedShape, file, new LabelMeFault(message, first.Place), unsupported);
        }
    }

    private static string Kinds(LabelMeFile content)
    {
        string[] kinds = content.Shapes
            .Where(shape => !LabelMeShapeKinds.IsSupported(shape.Kind))
            .GroupBy(shape => shape.TypeName, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Count()} {Shown(group.Key)}")
            .ToArray();
        return string.Join(", ", kinds.Take(MaximumKindsShown)) + (kinds.Length > MaximumKindsShown ? " and others" : "");
    }

    private static string Shown(string type) =>
        LabelMeShapeKinds.Of(type) == LabelMeShapeKind.Unknown ? FieldText.Quote(type) : type;

    private static void Report(ValidationContext context, DqRule rule, LabelMeEntry file, LabelMeFault fault, int count)
    {
        JsonPlace? place = fault.Place;
        context.Issues.Report(rule, file.Entry.Path, fault.Message, place?.Line, place?.Column, count: count);
    }
}
