using System.Globalization;
using DeepQDataset.Catalog;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>Gives sibling folders valid names that differ by more than case (DQ206). A folder with a valid name keeps it.</summary>
/// <param name="round">The round, which determines the rules to repair.</param>
/// <param name="mergesEqual">
/// Indicates whether folders with equal new names are merged: class folders are, since their names are the classes; studies are not.
/// </param>
internal sealed class SiblingNames(RepairRound round, bool mergesEqual)
{
    private readonly HashSet<string> _caseClashes = new(StringComparer.Ordinal);

    /// <summary>Determines whether a folder was renamed because its name differed from another only by case.</summary>
    public bool IsCaseClash(string name) => _caseClashes.Contains(name);

    /// <summary>Assigns the names.</summary>
    /// <param name="raw">The distinct original names.</param>
    /// <param name="mend">Corrects a single name.</param>
    /// <returns>The new name of each folder.</returns>
    public Dictionary<string, string> Assign(IReadOnlyList<string> raw, Func<string, string> mend)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal);
        HashSet<string> takenInAnyCase = new(StringComparer.OrdinalIgnoreCase);
        List<(string Raw, string Mended)> late = [];
        foreach (string name in raw)
        {
            string mended = mend(name);
            if (!string.Equals(mended, name, StringComparison.Ordinal))
            {
                late.Add((name, mended));
            }
            else if (takenInAnyCase.Add(name) || !round.Mends(RuleCatalog.NamesDifferByCase))
            {
                taken.Add(name);
                names.Add(name, name);
            }
            else
            {
                _caseClashes.Add(name);
                late.Add((name, name));
            }
        }

        foreach ((string name, string mended) in late)
        {
            bool isMerged = mergesEqual && taken.Contains(mended);
            string target = isMerged ? mended : Free(mended, takenInAnyCase);
            taken.Add(target);
            takenInAnyCase.Add(target);
            names.Add(name, target);
        }

        return names;
    }

    private static string Free(string name, HashSet<string> taken)
    {
        string free = name;
        for (int suffix = 2; taken.Contains(free); suffix++)
        {
            free = PortableName.Fit(name, string.Create(CultureInfo.InvariantCulture, $"_{suffix}"), 0);
        }

        return free;
    }
}
