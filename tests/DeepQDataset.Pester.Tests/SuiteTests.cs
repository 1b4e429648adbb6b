using System.Text.Json;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Pester.Tests;

/// <summary>The Pester tests of the module (<c>tests/Pester</c>), one result each.</summary>
public sealed class SuiteTests
{
    private static readonly Lazy<PesterRun> Suite = new(() => PesterRun.Of(Repository.File("tests/Pester")));

    public static IEnumerable<TheoryDataRow<PesterResult>> Results => Suite.Value.Results.Select(result => result.ToRow());

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void Pester_passes(PesterResult result) => result.AssertPassed();

    [Fact]
    public void The_versions_are_those_that_were_asked_for()
    {
        Assert.Equal(PesterRun.AskedVersion, Suite.Value.Pester);
        if (PowerShellProgram.IsTool)
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Repository.File(".config/dotnet-tools.json")));
            string? version = manifest.RootElement.GetProperty("tools").GetProperty("powershell").GetProperty("version").GetString();
            Assert.Equal(version, Suite.Value.PowerShell);
        }
    }

    [Fact]
    public void Every_test_that_Pester_counted_has_a_result()
    {
        Assert.InRange(Suite.Value.Total, 1, Suite.Value.Results.Count);
        Assert.Equal(Suite.Value.Result == "Failed", Suite.Value.Results.Any(result => result.Outcome == "Failed"));
    }
}
