using System.Globalization;

namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// The places of all instances (guide chapter 2.1, special case of studies and series): studies by date and UID, series by number,
/// instances by number or by position. Names hold numbers only, so that nothing of a patient gets into them.
/// </summary>
internal sealed class StudyPlan
{
    private StudyPlan(StudySeries[] series, int studies)
    {
        Series = series;
        Studies = studies;
    }

    /// <summary>The series in order, those of a study together.</summary>
    public IReadOnlyList<StudySeries> Series { get; }

    /// <summary>How many studies there are.</summary>
    public int Studies { get; }

    /// <summary>Makes the plan.</summary>
    /// <param name="instances">The instances in the order of their paths.</param>
    /// <param name="cancellation">Ends the work.</param>
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

    /// <summary>A study without any date comes behind those with one.</summary>
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
    /// A series keeps its number where that is above 0 and no other series of the study has it; the others take, in order, those left
    /// free.
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

    /// <summary>The instances of one series.</summary>
    private sealed record Group(string Uid, int? Number, List<DicomInstance> Instances);
}
