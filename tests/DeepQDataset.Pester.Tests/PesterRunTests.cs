using DeepQDataset.TestKit;
using Xunit;
using Xunit.Sdk;

namespace DeepQDataset.Pester.Tests;

/// <summary>Tests that no failure inside Pester is lost.</summary>
public sealed class PesterRunTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whatever_fails_is_a_result_with_its_message()
    {
        Write("Tests", """
            Describe 'A' {
                It 'passes' { 1 | Should -Be 1 }
                It 'fails' { 1 | Should -Be 2 }
                It 'throws for <_>' -ForEach 'x', 'y' { throw "no $_" }
                It 'is skipped' -Skip { }
                It 'skips itself' { Set-ItResult -Skipped -Because 'it rains' }
                It 'is inconclusive' { Set-ItResult -Inconclusive }
                Context 'B' {
                    BeforeAll { throw 'no set-up' }
                    It 'never runs' { }
                }
                Context 'C' {
                    AfterAll { throw 'no clean-up' }
                    It 'ran before that' { }
                }
            }
            """);
        Write("Discovery", "throw 'no discovery'");
        Write("Syntax", "Describe 'A' {");
        Write("Top", "BeforeAll { throw 'no start' }; Describe 'A' { It 'never runs' { } }");

        PesterRun run = PesterRun.Of(_folder.FullPath);

        Assert.Equal("Failed", run.Result);
        Assert.Equal(10, run.Total);
        Assert.Equal(
            [
                "Discovery.Tests.ps1: (set-up or clean-up): Failed",
                "Syntax.Tests.ps1: (set-up or clean-up): Failed",
                "Tests.Tests.ps1: A B (set-up or clean-up): Failed",
                "Tests.Tests.ps1: A C (set-up or clean-up): Failed",
                "Tests.Tests.ps1: A.B.never runs: Failed",
                "Tests.Tests.ps1: A.C.ran before that: Passed",
                "Tests.Tests.ps1: A.fails: Failed",
                "Tests.Tests.ps1: A.is inconclusive: Inconclusive",
                "Tests.Tests.ps1: A.is skipped: Skipped",
                "Tests.Tests.ps1: A.passes: Passed",
                "Tests.Tests.ps1: A.skips itself: Skipped",
                "Tests.Tests.ps1: A.throws for x: Failed",
                "Tests.Tests.ps1: A.throws for y: Failed",
                "Top.Tests.ps1: (set-up or clean-up): Failed",
                "Top.Tests.ps1: A.never runs: Failed",
            ],
            run.Results.Select(result => $"{result.Name}: {result.Outcome}").Order(StringComparer.Ordinal));
        string messages = string.Join('\n', run.Results.Where(result => result.Outcome == "Failed").Select(result => result.Message));
        foreach (
            string message in new[] { "Expected 2", "no x", "no set-up", "no clean-up", "no discovery", "no start", "Missing closing '}'" })
        {
            Assert.Contains(message, messages, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_run_without_a_test_is_an_error_that_says_what_PowerShell_wrote()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => PesterRun.Of(_folder.FullPath));
        Assert.Contains("found nothing to run", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Inconclusive")]
    [InlineData("NotRun")]
    public void What_did_not_pass_fails(string outcome)
    {
        PesterResult result = new("a", outcome, "because");
        Assert.Null(result.ToRow().Skip);
        Assert.Contains("because", Assert.ThrowsAny<XunitException>(result.AssertPassed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_skipped_is_skipped_with_its_reason()
    {
        Assert.Equal("it rains", new PesterResult("a", "Skipped", "it rains").ToRow().Skip);
        Assert.NotNull(new PesterResult("a", "Skipped", "").ToRow().Skip);
    }

    private void Write(string name, string script) => File.WriteAllText(_folder[name + ".Tests.ps1"], script);
}
