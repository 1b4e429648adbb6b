using System.Runtime.InteropServices;

namespace DeepQDataset.Settings;

/// <summary>
/// Represents the findings of an earlier report, which are known and no longer count. One finding of the report stands for one of a
/// dataset: with the same dataset, rule, path and subject. Lines move when a file is edited, so they only decide between several; but a
/// finding about a line that has no subject is another one when its message, but for the numbers of lines in it, is another.
/// </summary>
public sealed class IssueBaseline
{
    private readonly Dictionary<IssueKey, List<KnownIssue>> _issues = [];

    /// <summary>Gets the number of findings that are known.</summary>
    public int Count { get; private set; }

    /// <summary>Reads the report that Export-DqReport wrote as JSON.</summary>
    /// <param name="fullPath">The report's rooted path.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">The file is no such report.</exception>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IssueBaseline Read(string fullPath, CancellationToken cancellation = default)
    {
        IssueBaseline baseline = new();
        BaselineReader.Read(fullPath, baseline.Add, cancellation);
        return baseline;
    }

    /// <summary>Finds which of a dataset's issues are known.</summary>
    /// <param name="issues">The issues, in their order.</param>
    /// <returns>For each of them whether it is known.</returns>
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

        // What is most alike goes first, so that what is left over is what is new.
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

    /// <summary>Determines whether dataset, rule, path and subject say all of what an issue is about.</summary>
    private static bool IsKnownByKey(DqIssue issue) => issue.Subject is not null || issue.Line is null;

    private void Add(IssueKey key, KnownIssue issue)
    {
        ref List<KnownIssue>? known = ref CollectionsMarshal.GetValueRefOrAddDefault(_issues, key, out _);
        (known ??= []).Add(issue);
        Count++;
    }
}
