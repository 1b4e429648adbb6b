namespace DeepQDataset.TestKit.Platform;

/// <content>What each task asks of the rows of an image.</content>
public sealed partial class PlatformReader
{
    private List<PlatformRow> CheckSingleLabel(List<PlatformRow> rows)
    {
        List<PlatformRow> kept = [];
        foreach (IGrouping<object, PlatformRow> image in rows.GroupBy(row => row.Group))
        {
            if (image.Count() == 1)
            {
                kept.AddRange(image);
            }
            else
            {
                Drop(image, "the image is on several rows");
            }
        }

        return kept;
    }

    private List<PlatformRow> CheckOneHot(List<PlatformRow> rows, bool hasSizes)
    {
        List<IGrouping<object, PlatformRow>> images = [.. rows.GroupBy(row => row.Group)];
        HashSet<string?> agreed = AgreedClasses(images);
        if (images.Any(image => image.Any(row => row.Label is null) && image.Any(row => row.Label is not null)))
        {
            throw new PlatformFailureException("a class beside others is read as no value");
        }

        List<PlatformRow> kept = [];
        foreach (IGrouping<object, PlatformRow> image in images)
        {
            if (image.Count() != agreed.Count || !agreed.SetEquals(image.Select(row => row.Label)))
            {
                Drop(image, "the image does not name each class once");
            }
            else if (hasSizes && image.Any(row => !HasSizeOfImage(row)))
            {
                Drop(image, "a mask's size is not the image's");
            }
            else
            {
                kept.AddRange(image);
            }
        }

        return kept;
    }

    /// <summary>Returns the set of classes that most images name.</summary>
    private static HashSet<string?> AgreedClasses(List<IGrouping<object, PlatformRow>> images)
    {
        List<(HashSet<string?> Classes, int Count)> sets = [.. images
            .GroupBy(image => image.Select(row => row.Label).ToHashSet(StringComparer.Ordinal), HashSet<string?>.CreateSetComparer())
            .Select(same => (same.Key, same.Count()))];
        int most = sets.Select(set => set.Count).DefaultIfEmpty().Max();
        List<(HashSet<string?> Classes, int Count)> agreed = sets.FindAll(set => set.Count == most);
        return agreed.Count == 1 ? agreed[0].Classes : throw new PlatformFailureException("no set of classes is the most frequent one");
    }

    private bool HasSizeOfImage(PlatformRow row)
    {
        bool areNumbers = new[] { 2, 3 }.All(column => _table!.Column(column) is PlatformColumn.Whole or PlatformColumn.Decimal);
        return areNumbers
            && row.Values[0] is { } width && row.Values[1] is { } height
            && PlatformNumber.Parse(width) == row.Width && PlatformNumber.Parse(height) == row.Height;
    }

    private List<PlatformRow> CheckDetection(List<PlatformRow> rows)
    {
        for (int column = 2; column < 6; column++)
        {
            bool isText = _table!.Column(column) is PlatformColumn.Text or PlatformColumn.Switch;
            if (isText && rows.Exists(row => row.Values[column - 2] is not null))
            {
                throw new PlatformFailureException("a number of a box is not a number, which makes text of its whole column");
            }
        }

        List<PlatformRow> kept = [];
        foreach (IGrouping<object, PlatformRow> image in rows.GroupBy(row => row.Group))
        {
            if (image.FirstOrDefault(row => !Fits(row, PlatformNumber.Parse)) is { } outside)
            {
                Drop(image, $"the box on line {outside.Line} is not inside its image, or is empty");
                continue;
            }

            kept.AddRange(image);
            _pinned.AddRange(image.Where(row => !Fits(row, text => PlatformNumber.ParseQuickly(text))).Select(row => row.Line));
        }

        return kept;
    }

    /// <summary>Determines whether a box is not empty and lies in its image, by sums in double precision without tolerance.</summary>
    private static bool Fits(PlatformRow row, Func<string, double?> parse)
    {
        if (row.Label == Negative)
        {
            return true;
        }

        double[] box = [.. row.Values.OfType<string>().Select(parse).OfType<double>()];
        return box is [double x, double y, double width, double height]
            && width > 0 && height > 0 && x >= 0 && y >= 0 && x + width <= row.Width && y + height <= row.Height;
    }

    private void CheckClasses(List<PlatformRow> kept)
    {
        if (kept.Count == 0)
        {
            throw new PlatformFailureException("no row is left");
        }

        HashSet<string?> classes = [.. kept.Select(row => row.Label).Where(label => label != Negative)];
        if (classes.Contains(null))
        {
            throw new PlatformFailureException("a class of a row that is used is read as no value");
        }

        int needed = Task switch { "single_label" => 2, "detection" => 0, _ => 1 };
        if (classes.Count < needed)
        {
            throw new PlatformFailureException($"{classes.Count} classes are left, {needed} are needed");
        }

        if (Task is "detection" or "segmentation")
        {
            _later.AddRange(classes.OfType<string>().Where(name => name.Contains('/', StringComparison.Ordinal))
                .Order(StringComparer.Ordinal).Select(name => $"the class '{name}' cannot name a file"));
        }
        else if (Task == "multi_label" && _table!.Column(2) == PlatformColumn.Text)
        {
            _later.Add("a value is not a number");
        }
        else if (Task == "single_label" && kept.Exists(row => row.Label == Negative))
        {
            _later.Add($"the class '{Negative}' has no number");
        }
    }

    private void CheckMasks(List<PlatformRow> kept)
    {
        if (_table!.Column(2) != PlatformColumn.Whole || _table.Column(3) != PlatformColumn.Whole)
        {
            throw new PlatformFailureException("a size of a mask is not a whole number, which makes decimals of its whole column");
        }

        foreach (PlatformRow row in kept)
        {
            if (row.Values[2] is not { } mask)
            {
                continue;
            }

            if (_table.Column(4) != PlatformColumn.Text)
            {
                throw new PlatformFailureException("the masks are read as numbers");
            }

            byte[] packed = PlatformMask.Unpack(mask)
                ?? throw new PlatformFailureException($"line {row.Line}: the mask cannot be unpacked");
            if (packed.Length * 8L < (long)row.Width * row.Height)
            {
                throw new PlatformFailureException($"line {row.Line}: the mask is too short");
            }
        }
    }
}
