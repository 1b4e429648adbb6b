using System.Text.RegularExpressions;
using DeepQDataset.TestKit;

namespace DeepQDataset.Architecture.Tests;

/// <summary>The table of a project's rooms in docs/ARCHITECTURE.md, from the lowest floor up.</summary>
/// <param name="Rooms">The rooms, in the order of the page.</param>
internal sealed partial record RoomTable(IReadOnlyList<RoomTable.Room> Rooms)
{
    /// <summary>Reads the tables below a heading.</summary>
    public static RoomTable Read(string heading) => new(
    [
        .. File.ReadLines(Repository.File("docs/ARCHITECTURE.md"))
            .SkipWhile(line => line != "## " + heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Room(cells[1].Trim('`'), [.. Code.Matches(cells[3]).Select(match => match.Groups["code"].Value)])),
    ]);

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code { get; }

    /// <summary>A row.</summary>
    /// <param name="Folder">The room's folder.</param>
    /// <param name="EntryPoints">The types, and members of types, that others come in by.</param>
    public sealed record Room(string Folder, IReadOnlyList<string> EntryPoints);
}
