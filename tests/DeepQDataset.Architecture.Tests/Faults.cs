using Xunit;

namespace DeepQDataset.Architecture.Tests;

/// <summary>What does not hold, one fault a line.</summary>
internal static class Faults
{
    /// <summary>Fails with all faults in full; xunit's own message would cut each short.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        string text = string.Join('\n', faults);
        Assert.True(text.Length == 0, text);
    }
}
