using System.Runtime.InteropServices;

namespace DeepQDataset.Settings;

/// <summary>
/// Represents the issues of an earlier report, which do not count any more. One issue of the report matches one of a dataset with the same
/// dataset name, rule, path and subject. Lines change when a file is edited, so that they only decide between several; but an issue of a
/// line without a subject matches only if the message is the same except for line numbers.
/// </summary>
public sealed class IssueBaseline
{
    private readonly Dictionary<IssueKey, List<KnownIssue>> _issues = [];

    /// <summary>Gets the number of known issues.</summary>
    public int Count { get; private set; }

    /// <summary>Reads a report that Export-DqReport wrote as JSON.</summary>
    /// <param name="fullPath">The rooted path of the report.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">The file is not such a report.</exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IssueBaseline Read(string fullPath, CancellationToken cancellation = default)
    {
        IssueBaseline baseline = new();
        BaselineReader.Read(fullPath, baseline.Add, cancellation);
        return baseline;
    }

    /// <summary>Determines which issues of a dataset are known.</summary>
    /// <param name="issues">The issues in order.</param>
    /// <returns>True for each known issue.</returns>
    internal bool[] FindKnown(IReadOnlyList<DqIssue> issues)
    {
        bool[] isKnown = new bool[issues.Count];
        Dictionary<IssueKey, List<int>> groups = [];
        for (int index = 0; index < issues.Count; index++)
        {
            IssueKey key = IssueKey.Of(issues[index]);
            if (_issues.ContainsKey(key))
            {
                ref List<int>? group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
                (group ??= []).Add(index);
            }
        }

        foreach ((IssueKey key, List<int> group) in groups)
        {
            Match(issues, group, _issues[key], isKnown);
        }

        return isKnown;
    }

    private static void Match(IReadOnlyList<DqIssue> issues, List<int> group, List<KnownIssue> known, bool[] isKnown)
    {
        if (group.Count == 1 && known.Count == 1)
        {
            DqIssue only = issues[group[0]];
            string message = KnownIssue.WithoutLines(only.Message);
            isKnown[group[0]] = IsKnownByKey(only) || message.Equals(KnownIssue.WithoutLines(known[0].Message), StringComparison.Ordinal);
            return;
        }

        // The best matches are taken first, so that the rest is new.
        bool[] isTaken = new bool[known.Count];
        Match(static (line, message) => (line, message));
        Match(static (_, message) => (0, message));
        Match(static (_, message) => (0, KnownIssue.WithoutLines(message)));
        group.RemoveAll(index => !IsKnownByKey(issues[index]));
        Match(static (_, _) => (0, ""));

        void Match(Func<int, string, (int, string)> likeness)
        {
            Dictionary<(int, string), Queue<int>> free = [];
            for (int number = 0; number < known.Count; number++)
            {
                if (!isTaken[number])
                {
                    (int, string) key = likeness(known[number].Line, known[number].Message);
                    ref Queue<int>? same = ref CollectionsMarshal.GetValueRefOrAddDefault(free, key, out _);
                    (same ??= []).Enqueue(number);
                }
            }

            foreach (int index in group)
            {
                if (!isKnown[index] && free.TryGetValue(likeness(issues[index].Line ?? 0, issues[index].Message), out Queue<int>? same)
                    && same.TryDequeue(out int number))
                {
                    isKnown[index] = true;
                    isTaken[number] = true;
                }
            }
        }
    }

    /// <summary>Determines whether dataset, rule, path and subject fully identify an issue.</summary>
    private static bool IsKnownByKey(DqIssue issue) => issue.Subject is not null || issue.Line is null;

    private void Add(IssueKey key, KnownIssue issue)
    {
        ref List<KnownIssue>? known = ref CollectionsMarshal.GetValueRefOrAddDefault(_issues, key, out _);
        (known ??= []).Add(issue);
        Count++;
    }
}
