using System.Globalization;
using DeepQDataset.Catalog;
using DeepQDataset.Labels;
using DeepQDataset.Rules.Classes;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Labels;

/// <summary>
/// Compares the sets of classes for which images have lines (DQ518). Editions before 3.0 require a line for every class of the file; the
/// reader of edition 3.0 only for the most frequent set of classes, and drops the whole file if two sets are equally frequent.
/// </summary>
internal sealed class ClassSets(ValidationContext context, LabelReferences references)
{
    private const int MaximumClassesShown = 5;

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly List<Incomplete> _incomplete = [];
    private readonly List<LabelEntry> _complete = [];
    private long _completeCount;

    /// <summary>Adds an image.</summary>
    /// <param name="states">The statements of its rows.</param>
    /// <param name="first">The first row.</param>
    public void Add(ClassStates states, LabelEntry first)
    {
        // The reader counts only existing images.
        bool isThere = references.MatchOf(first.Image).Kind is ImageMatchKind.Found or ImageMatchKind.Meant;
        int missing = states.ClassCount - states.SeenCount;
        if (missing == 0)
        {
            _completeCount += isThere ? 1 : 0;
            _complete.Add(first);
            return;
        }

        string key = states.SeenKey();
        string[] names = [.. states.Missing().Take(MaximumClassesShown)];
        _incomplete.Add(new Incomplete(first, key, names, missing));
        if (isThere)
        {
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Reports the images that lack a class, or have other classes than most.</summary>
    public void Report()
    {
        if (_incomplete.Count == 0)
        {
            return;
        }

        (string? mode, bool isTied) = Mode();
        bool isComplete = mode is null && !isTied;
        EditionSet before = references.Table.HasMasks ? EditionSet.None : EditionSet.Before30;
        foreach (Incomplete image in _incomplete)
        {
            Report(image.First, Lacks(image), before | (isComplete ? EditionSet.Edition30 : EditionSet.None));
        }

        if (isTied)
        {
            ReportTie();
        }
        else if (mode is not null)
        {
            ReportOthers(mode);
        }
    }

    private void ReportOthers(string mode)
    {
        string shown = Show(mode);
        foreach (Incomplete image in _incomplete)
        {
            if (!string.Equals(image.Key, mode, StringComparison.Ordinal))
            {
                Report(image.First, Differs(image.First, image.Key.Length == 0 ? "none" : Show(image.Key), shown), EditionSet.Edition30);
            }
        }

        foreach (LabelEntry first in _complete)
        {
            Report(first, Differs(first, "all classes", shown), EditionSet.Edition30);
        }
    }

    private void ReportTie() => context.Issues.Report(
        RuleCatalog.IncompleteOneHot,
        context.Inventory.LabelFile?.Path,
        "Several sets of classes are named by equally many images, and none by more: the platform's reader then drops every line "
        + "of the file.",
        count: _incomplete.Count + _complete.Count,
        suggestion: "Give every image a line for every class.",
        only: EditionSet.Edition30);

    /// <summary>
    /// Returns the key of the most frequent set, null for the set of all classes; and whether another set is as frequent.
    /// </summary>
    private (string? Key, bool IsTied) Mode()
    {
        string? mode = null;
        long most = _completeCount;
        bool isTied = false;
        foreach ((string key, long count) in _counts)
        {
            isTied = count == most || (count < most && isTied);
            if (count > most)
            {
                (mode, most) = (key, count);
            }
        }

        return (mode, isTied && most > 0);
    }

    private string Lacks(Incomplete image)
    {
        string names = string.Join(", ", image.Missing.Select(FieldText.Quote));
        int more = image.MissingCount - image.Missing.Length;
        return $"The image {FieldText.Quote(references.Table.ImageNames[image.First.Image])} has no line for "
            + $"{names}{(more > 0 ? $" and {more} more classes" : "")}.";
    }

    private string Differs(LabelEntry first, string own, string others) =>
        $"The image {FieldText.Quote(references.Table.ImageNames[first.Image])} has lines for {own}, and most images for {others}.";

    private string Show(string key)
    {
        string[] numbers = key.TrimEnd(',').Split(',');
        string names = string.Join(", ", numbers.Take(MaximumClassesShown)
            .Select(number => FieldText.Quote(references.Table.ClassNames[int.Parse(number, CultureInfo.InvariantCulture)])));
        return numbers.Length > MaximumClassesShown ? $"{names} and {numbers.Length - MaximumClassesShown} more classes" : names;
    }

    private void Report(LabelEntry first, string message, EditionSet only) => context.Issues.Report(
        RuleCatalog.IncompleteOneHot,
        context.Inventory.LabelFile?.Path,
        message,
        first.Line,
        subject: references.Table.ImageNames[first.Image],
        only: only);

    private readonly record struct Incomplete(LabelEntry First, string Key, string[] Missing, int MissingCount);
}
