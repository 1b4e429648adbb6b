using System.Globalization;
using DeepQDataset.Catalog;
using DeepQDataset.Labels;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Classes;

/// <summary>Checks the 6xx rules for label.csv and class folders.</summary>
internal sealed class ClassRules : IRuleFamily
{
    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        List<ClassImages> classes = ClassCount.Of(context);
        if (classes.Count == 0)
        {
            return;
        }

        CheckCounts(context, classes);
        CheckNames(context, classes);
        bool isClassification = context.Inventory.Layout == DqLayout.ClassFolders || context.Labels?.Task == DqTask.Classification;
        if (isClassification && classes.Count == 1)
        {
            context.Issues.Report(
                RuleCatalog.SingleClass,
                classes[0].Path,
                $"{FieldText.Quote(classes[0].Name)} is the only class.",
                subject: classes[0].Name,
                severities: context.Labels?.Form == LabelForm.TwoColumns && context.Inventory.Layout != DqLayout.ClassFolders
                    ? null
                    : RuleCatalog.SingleClass.Severities with { Edition30 = DqSeverity.Warning });
        }
    }

    private static void CheckCounts(ValidationContext context, List<ClassImages> classes)
    {
        int minimum = context.Options.MinimumClassImages;
        ClassImages? smallest = null;
        ClassImages? largest = null;
        foreach (ClassImages counted in classes)
        {
            int all = counted.Images + counted.Possible;
            if (all < minimum)
            {
                string more = counted.Possible > 0 ? $", and {counted.Possible} more once other issues are fixed" : "";
                context.Issues.Report(
                    RuleCatalog.TooFewImages,
                    counted.Path,
                    $"The class {FieldText.Quote(counted.Name)} has {counted.Images} "
                    + $"{(counted.Images == 1 ? "image" : "images")}{more}; at least {minimum} are needed.",
                    subject: counted.Name);
                continue;
            }

            smallest = smallest is null || all < smallest.Value.Images + smallest.Value.Possible ? counted : smallest;
            largest = largest is null || all > largest.Value.Images + largest.Value.Possible ? counted : largest;
        }

        if (smallest is ClassImages small && largest is ClassImages large)
        {
            CheckBalance(context, small, large);
        }
    }

    private static void CheckBalance(ValidationContext context, ClassImages small, ClassImages large)
    {
        int fewest = small.Images + small.Possible;
        int most = large.Images + large.Possible;
        if (fewest > 0 && most > context.Options.MaximumImbalance * fewest)
        {
            context.Issues.Report(
                RuleCatalog.ClassImbalance,
                small.Path,
                $"The class {FieldText.Quote(large.Name)} has {most} images, {FieldText.Quote(small.Name)} only {fewest}: more than "
                + $"{context.Options.MaximumImbalance.ToString(CultureInfo.InvariantCulture)} times as many.",
                subject: small.Name);
        }
    }

    private static void CheckNames(ValidationContext context, List<ClassImages> classes)
    {
        foreach (
            IGrouping<string, ClassImages> group in classes.GroupBy(counted => SimilarName.KeyOf(counted.Name), StringComparer.Ordinal))
        {
            ClassImages[] members = [.. group];
            if (members.Length > 1)
            {
                context.Issues.Report(
                    RuleCatalog.SimilarClassNames,
                    members[0].Path,
                    $"The classes {string.Join(", ", members.Select(member => FieldText.Quote(member.Name)))} have similar names.",
                    subject: group.Key,
                    count: members.Length);
            }
        }
    }
}
