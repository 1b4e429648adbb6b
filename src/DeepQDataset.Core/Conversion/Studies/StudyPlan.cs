using System.Globalization;

namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// Represents the positions of all instances (guide chapter 2.1, special case of studies and series): studies by date and UID, series by
/// number, instances by number or by position. Names contain only numbers, so that they contain no patient data.
/// </summary>
internal sealed class StudyPlan
{
    private StudyPlan(StudySeries[] series, int studies)
    {
        Series = series;
        Studies = studies;
    }

    /// <summary>Gets the series, ordered by study.</summary>
    public IReadOnlyList<StudySeries> Series { get; }

    /// <summary>Gets the number of studies.</summary>
    public int Studies { get; }

    /// <summary>Creates the plan.</summary>
    /// <param name="instances">The instances in path order.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public static StudyPlan From(IReadOnlyList<DicomInstance> instances, CancellationToken cancellation)
    {
        Dictionary<string, List<DicomInstance>> byStudy = GroupBy(instances, static instance => instance.StudyInstanceUid);
        (string Date, string Uid, List<DicomInstance> Instances)[] studies = byStudy
            .Select(study => (EarliestDate(study.Value), study.Key, study.Value))
            .ToArray();
        Array.Sort(studies, static (left, right) =>
        {
            int order = string.CompareOrdinal(left.Date, right.Date);
            return order != 0 ? order : string.CompareOrdinal(left.Uid, right.Uid);
        });
        List<StudySeries> series = [];
        for (int i = 0; i < studies.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            AddSeries(string.Create(CultureInfo.InvariantCulture, $"Study{i + 1}"), studies[i].Instances, series);
        }

        return new StudyPlan(series.ToArray(), studies.Length);
    }

    /// <summary>Returns the earliest date of a study. A study without a date sorts after all others.</summary>
    private static string EarliestDate(List<DicomInstance> instances)
    {
        string earliest = "";
        foreach (DicomInstance instance in instances)
        {
            string date = instance.StudyDate;
            if (date.Length > 0 && (earliest.Length == 0 || string.CompareOrdinal(date, earliest) < 0))
            {
                earliest = date;
            }
        }

        return earliest.Length > 0 ? earliest : "~";
    }

    private static void AddSeries(string study, List<DicomInstance> instances, List<StudySeries> target)
    {
        Group[] groups = GroupBy(instances, static instance => instance.SeriesInstanceUid)
            .Select(static series => new Group(series.Key, SmallestNumber(series.Value), series.Value))
            .ToArray();
        Array.Sort(groups, static (left, right) =>
        {
            int order = (left.Number ?? int.MaxValue).CompareTo(right.Number ?? int.MaxValue);
            return order != 0 ? order : string.CompareOrdinal(left.Uid, right.Uid);
        });
        int[] numbers = SeriesNumbers(groups);
        Array.Sort(numbers, groups);
        for (int i = 0; i < groups.Length; i++)
        {
            DicomInstance[] ordered = groups[i].Instances.ToArray();
            InstanceOrder.Sort(ordered);
            target.Add(new StudySeries(study, string.Create(CultureInfo.InvariantCulture, $"Series{numbers[i]}"), ordered));
        }
    }

    /// <summary>
    /// Returns the numbers of the series. A series keeps a number above 0 that is unique in the study; the others get the remaining numbers
    /// in order.
    /// </summary>
    private static int[] SeriesNumbers(Group[] groups)
    {
        Dictionary<int, int> uses = [];
        foreach (Group group in groups)
        {
            if (group.Number is int number)
            {
                uses[number] = uses.GetValueOrDefault(number) + 1;
            }
        }

        int[] numbers = new int[groups.Length];
        int free = 1;
        for (int i = 0; i < groups.Length; i++)
        {
            if (groups[i].Number is int number && number > 0 && uses[number] == 1)
            {
                numbers[i] = number;
            }
        }

        HashSet<int> taken = [.. numbers];
        for (int i = 0; i < groups.Length; i++)
        {
            if (numbers[i] == 0)
            {
                while (!taken.Add(free))
                {
                    free++;
                }

                numbers[i] = free;
            }
        }

        return numbers;
    }

    private static int? SmallestNumber(List<DicomInstance> instances)
    {
        int? smallest = null;
        foreach (DicomInstance instance in instances)
        {
            if (instance.SeriesNumber is int number && (smallest is null || number < smallest))
            {
                smallest = number;
            }
        }

        return smallest;
    }

    private static Dictionary<string, List<DicomInstance>> GroupBy(IReadOnlyList<DicomInstance> instances, Func<DicomInstance, string> key)
    {
        Dictionary<string, List<DicomInstance>> groups = new(StringComparer.Ordinal);
        foreach (DicomInstance instance in instances)
        {
            string name = key(instance);
            if (!groups.TryGetValue(name, out List<DicomInstance>? group))
            {
                group = [];
                groups.Add(name, group);
            }

            group.Add(instance);
        }

        return groups;
    }

    /// <summary>Represents the instances of one series.</summary>
    private sealed record Group(string Uid, int? Number, List<DicomInstance> Instances);
}
