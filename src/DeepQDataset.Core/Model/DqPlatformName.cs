using System.Diagnostics.CodeAnalysis;

namespace DeepQDataset;

/// <summary>Provides the names of the platform's editions: <c>1.1</c>, <c>2.3</c> and <c>3.0</c>.</summary>
public static class DqPlatformName
{
    private static readonly string[] Names = ["1.1", "2.3", "3.0"];

    /// <summary>Gets all names in the order of the editions.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>Returns the name of an edition.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The edition does not exist.</exception>
    public static string Of(DqPlatform platform) => Enum.IsDefined(platform)
        ? Names[(int)platform]
        : throw new ArgumentOutOfRangeException(nameof(platform), platform, "There is no such edition.");

    /// <summary>Finds an edition by name. A whole number may omit <c>.0</c>, as numbers in scripts do.</summary>
    /// <param name="name">The name, such as <c>3.0</c> or <c>3</c>.</param>
    /// <param name="platform">The edition; the default edition on failure.</param>
    public static bool TryParse([NotNullWhen(true)] string? name, out DqPlatform platform)
    {
        int index = name is null ? -1 : Array.FindIndex(Names, known =>
            known.Equals(name.Trim(), StringComparison.Ordinal) || known.Equals(name.Trim() + ".0", StringComparison.Ordinal));
        platform = (DqPlatform)Math.Max(index, 0);
        return index >= 0;
    }
}
