using Xunit;

namespace DeepQDataset.Pester.Tests;

/// <summary>The result of one Pester test, or of a set-up, clean-up or discovery that failed.</summary>
/// <param name="Name">The file's name and the names of the blocks and the test.</param>
/// <param name="Outcome">As Pester calls it: <c>Passed</c>, <c>Failed</c>, <c>Skipped</c>, <c>Inconclusive</c> or <c>NotRun</c>.</param>
/// <param name="Message">The errors with the places where they arose; empty if there are none.</param>
public sealed record PesterResult(string Name, string Outcome, string Message)
{
    /// <summary>Makes an xunit test of it, which has its name and is skipped where Pester skipped it.</summary>
    public TheoryDataRow<PesterResult> ToRow() => new(this)
    {
        TestDisplayName = Name,
        Label = "",
        Skip = Outcome != "Skipped" ? null : Message.Length > 0 ? Message : "Pester skipped it.",
    };

    /// <summary>Fails with Pester's message unless the test passed; a test without a result has not passed.</summary>
    public void AssertPassed() =>
        Assert.True(Outcome == "Passed", $"{Outcome}: {(Message.Length > 0 ? Message : "see the failed set-up of its block.")}");

    /// <inheritdoc/>
    public override string ToString() => Name;
}
