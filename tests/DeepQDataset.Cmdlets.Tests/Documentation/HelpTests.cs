using System.Management.Automation;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Documentation;

public sealed class HelpTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "module", "en-US", "DeepQDataset.Cmdlets.dll-Help.xml");

    [Fact]
    public void The_help_file_is_what_the_commands_say_of_themselves()
    {
        using PowerShellSession session = new();
        DocComments comments = new(
            Path.Combine(
                Repository.Root, "src", "DeepQDataset.Cmdlets", "bin", BuildOutput.Configuration, "net8.0", "DeepQDataset.Cmdlets.xml"));
        string expected = new HelpFile(comments).Build(
            session.Run("Get-Command -Module DeepQDataset").Output.Select(command => (CmdletInfo)command.BaseObject));

        if (Environment.GetEnvironmentVariable("DQ_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Source, expected);
        }

        Assert.Equal(expected, File.ReadAllText(Source).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_command_has_a_synopsis_and_an_example()
    {
        using PowerShellSession session = new();
        CommandOutput output = session.Run("""
            foreach ($command in Get-Command -Module DeepQDataset) {
                $help = Get-Help $command.Name
                [pscustomobject]@{ Name = $command.Name; Synopsis = $help.Synopsis; Examples = @($help.examples.example).Where{ $_ }.Count }
            }
            """);

        Assert.Empty(output.Errors);
        Assert.Equal(session.Run("(Get-Module DeepQDataset).ExportedCommands.Count").Single.BaseObject, output.Output.Count);
        Assert.All(output.Output, help =>
        {
            Assert.DoesNotContain("<CommonParameters>", help.Text("Synopsis"), StringComparison.Ordinal);
            Assert.InRange((int)help.Value("Examples")!, 1, 10);
        });
    }

    [Fact]
    public void The_about_topic_is_found()
    {
        using PowerShellSession session = new();
        Assert.Contains("Test-DqDataset", Assert.Single(session.Run("Get-Help about_DeepQDataset").Texts), StringComparison.Ordinal);
    }
}
