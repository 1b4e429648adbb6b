using System.Management.Automation;
using DeepQDataset.Catalog;
using DeepQDataset.Commands.Output;

namespace DeepQDataset.Commands.Binding;

/// <summary>Finds rules by id or name, with wildcards.</summary>
internal static class RulePatterns
{
    /// <summary>Returns the rules that match a pattern, by id.</summary>
    public static IEnumerable<DqRule> Find(string pattern)
    {
        WildcardPattern wildcard = new(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        return RuleCatalog.All.Where(rule => wildcard.IsMatch(rule.Id) || wildcard.IsMatch(rule.Name));
    }

    /// <summary>Returns the ids of the rules that match any of several patterns.</summary>
    /// <exception cref="ParameterBindingException">A pattern matches no rule.</exception>
    public static HashSet<string> Ids(DqCmdlet command, IEnumerable<string> patterns)
    {
        HashSet<string> ids = new(StringComparer.OrdinalIgnoreCase);
        foreach (string pattern in patterns)
        {
            int before = ids.Count;
            ids.UnionWith(Find(pattern).Select(rule => rule.Id));
            if (ids.Count == before && !Find(pattern).Any())
            {
                command.ThrowTerminatingError(ErrorRecords.RuleNotFound(pattern));
            }
        }

        return ids;
    }
}
