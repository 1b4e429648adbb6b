namespace DeepQDataset.Host;

/// <summary>Represents the command line of <c>dq</c>.</summary>
/// <param name="Mode">The form of the call.</param>
/// <param name="Text">The name of the command, the text of the script or the path of the script, depending on the form.</param>
/// <param name="Words">The words after it, as passed by the shell.</param>
internal sealed record CommandLine(CommandLineMode Mode, string Text, IReadOnlyList<string> Words)
{
    /// <summary>Determines the form by the first word.</summary>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0)
        {
            return new CommandLine(CommandLineMode.Help, "", []);
        }

        string[] rest = arguments.Skip(1).ToArray();
        switch (arguments[0].ToUpperInvariant())
        {
            case "-HELP" or "-H" or "-?" or "--HELP" or "/?":
                return new CommandLine(CommandLineMode.Help, "", rest);
            case "-VERSION" or "-V" or "--VERSION":
                return new CommandLine(CommandLineMode.Version, "", rest);
            case "-COMMAND" or "-C" when rest.Length > 0:
                return new CommandLine(CommandLineMode.Script, string.Join(' ', rest), []);
            case "-FILE" or "-F" when rest.Length > 0:
                return new CommandLine(CommandLineMode.File, rest[0], rest[1..]);
            case string first when first.StartsWith('-'):
                return new CommandLine(CommandLineMode.Invalid, arguments[0], rest);
            default:
                return new CommandLine(CommandLineMode.Command, arguments[0], rest);
        }
    }
}
