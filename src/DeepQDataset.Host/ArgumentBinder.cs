using System.Management.Automation;
using System.Text.RegularExpressions;

namespace DeepQDataset.Host;

/// <summary>
/// Binds the words of a command line to a command: <c>-Name</c> and <c>-Name:value</c> are parameters, everything else is literal text.
/// Commas separate values only if the parameter accepts several.
/// </summary>
internal static partial class ArgumentBinder
{
    /// <summary>Sorts words into named and positional arguments.</summary>
    /// <param name="command">The command.</param>
    /// <param name="words">The words, after processing by the shell of the operating system.</param>
    /// <exception cref="ArgumentException">A parameter has no value or is given twice.</exception>
    public static BoundArguments Bind(CommandInfo command, IReadOnlyList<string> words)
    {
        BoundArguments arguments = new(new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase), []);
        Queue<ParameterMetadata> positional = Positional(command, words);
        for (int index = 0; index < words.Count; index++)
        {
            if (!TryParameter(words[index], out string name, out string? value))
            {
                AddPositional(arguments.Positional, words[index], positional, command is CmdletInfo);
                continue;
            }

            ParameterMetadata? parameter = Find(command, name);
            if (value is null && parameter is { SwitchParameter: false })
            {
                value = index + 1 < words.Count && !TryParameter(words[index + 1], out _, out _)
                    ? words[++index]
                    : throw new ArgumentException($"-{parameter.Name} needs a value.", paramName: null);
            }

            if (!arguments.Named.TryAdd(parameter?.Name ?? name, value is null ? true : Value(value, parameter?.ParameterType)))
            {
                throw new ArgumentException($"-{parameter?.Name ?? name} is given twice.", paramName: null);
            }
        }

        return arguments;
    }

    [GeneratedRegex(
        @"^-(?<name>[\p{L}_?][\w?-]*)(?::(?<value>.*))?$",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ParameterPattern { get; }

    /// <summary>Determines whether a word is a parameter. The value of <c>-Name:</c> is the next word.</summary>
    private static bool TryParameter(string word, out string name, out string? value)
    {
        Match match = ParameterPattern.Match(word);
        name = match.Groups["name"].Value;
        value = match.Groups["value"] is { Success: true, Length: > 0 } given ? given.Value : null;
        return match.Success;
    }

    private static ParameterMetadata? Find(CommandInfo command, string name)
    {
        ParameterMetadata[] exact = Matching(command, candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));
        ParameterMetadata[] found =
            exact.Length > 0 ? exact : Matching(command, candidate => candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return found.Length == 1 ? found[0] : null;
    }

    private static ParameterMetadata[] Matching(CommandInfo command, Func<string, bool> fits) =>
        command.Parameters.Values.Where(parameter => fits(parameter.Name) || parameter.Aliases.Any(fits)).ToArray();

    /// <summary>
    /// Returns the parameters for words without a name, in order: those of the first parameter set that contains all named parameters.
    /// </summary>
    private static Queue<ParameterMetadata> Positional(CommandInfo command, IReadOnlyList<string> words)
    {
        HashSet<string> named = new(StringComparer.OrdinalIgnoreCase);
        foreach (string word in words)
        {
            if (TryParameter(word, out string name, out _) && Find(command, name) is ParameterMetadata parameter)
            {
                named.Add(parameter.Name);
            }
        }

        CommandParameterSetInfo? chosen = command
            .ParameterSets.OrderByDescending(set => set.IsDefault)
            .FirstOrDefault(set =>
                named.All(name => set.Parameters.Any(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))));
        return new Queue<ParameterMetadata>(
            (chosen?.Parameters ?? Enumerable.Empty<CommandParameterInfo>())
                .Where(parameter => parameter.Position >= 0 && !named.Contains(parameter.Name))
                .OrderBy(parameter => parameter.Position)
                .Select(parameter => command.Parameters[parameter.Name]));
    }

    /// <summary>
    /// Adds a word without a name. Extra words are added to the last parameter if that accepts several, so that <c>*.zip</c> works, which
    /// some shells expand before the call.
    /// </summary>
    private static void AddPositional(List<object> arguments, string word, Queue<ParameterMetadata> parameters, bool collectsSurplus)
    {
        if (parameters.TryDequeue(out ParameterMetadata? parameter))
        {
            arguments.Add(Value(word, parameter.ParameterType));
        }
        else if (collectsSurplus && arguments.Count > 0 && arguments[^1] is string[] several)
        {
            arguments[^1] = (string[])[.. several, .. word.Split(',')];
        }
        else
        {
            arguments.Add(word);
        }
    }

    private static object Value(string word, Type? type)
    {
        if (type == typeof(SwitchParameter) || type == typeof(bool))
        {
            return bool.TryParse(word.TrimStart('$'), out bool flag) ? flag : word;
        }

        return type is { IsArray: true } ? word.Split(',') : word;
    }
}
