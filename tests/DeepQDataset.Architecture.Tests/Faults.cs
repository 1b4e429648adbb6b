using Xunit;

namespace DeepQDataset.Architecture.Tests;

/// <summary>Asserts that there are no faults.</summary>
internal static class Faults
{
    /// <summary>Fails with the full text of all faults, which xunit's own message would shorten.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        string text = string.Join('\n', faults);
        Assert.True(text.Length == 0, text);
    }
}
