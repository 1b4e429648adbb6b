using System.Management.Automation;

namespace DeepQDataset.Host;

/// <summary>Carries out a command line and reports the result.</summary>
internal static class Application
{
    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code of the process; see <see cref="ExitCode"/>.</returns>
    public static int Run(CommandLine line, Terminal terminal)
    {
        if (line.Mode == CommandLineMode.Invalid)
        {
            terminal.WriteError(
                $"dq: '{line.Text}' is not an option, or lacks its value. 'dq -Help' shows how to call it.{Environment.NewLine}");
            return ExitCode.Failed;
        }

        EngineEnvironment.Prepare(terminal);
        if (line.Mode == CommandLineMode.Version)
        {
            terminal.Write(
                $"dq {HelpPage.Version} (PowerShell {PSVersionInfo.PSVersion}, .NET {Environment.Version}){Environment.NewLine}");
            return ExitCode.Success;
        }

        using Session session = new(terminal);
        return line.Mode switch
        {
            CommandLineMode.Help => session.Run(HelpPage.Show),
            CommandLineMode.Script => session.Run(shell => shell.AddScript(line.Text)),
            CommandLineMode.File => session.RunFile(line.Text, line.Words),
            _ => session.RunCommand(line.Text, line.Words),
        };
    }
}
