using Xunit;

namespace DeepQDataset.Architecture.Tests;

public sealed class RoomGraphTests
{
    [Fact]
    public void A_circle_is_found_once_and_named_by_its_types()
    {
        RoomGraph graph = new(
        [
            new("Labels", "LabelFile", "Streams", "ByteLimit"),
            new("Labels", "LabelFile", "Sources", "Entry"),
            new("Sources", "Zip", "Streams", "ByteLimit"),
            new("Streams", "ByteLimit", "Labels", "LabelRow"),
            new("Rules", "BoxRules", "Labels", "LabelRow"),
        ]);

        IReadOnlyList<IReadOnlyList<string>> circles = graph.FindCircles();

        Assert.Equal([["Labels", "Streams"], ["Labels", "Sources", "Streams"]], circles);
        Assert.Equal(
            [
                "A circle:",
                "  Labels -> Streams (LabelFile uses ByteLimit)",
                "  Streams -> Labels (ByteLimit uses LabelRow)",
            ],
            graph.Describe(circles[0]).ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public void What_leads_one_way_or_stays_inside_is_no_circle() => Assert.Empty(new RoomGraph(
    [
        new("A", "X", "B", "Y"),
        new("A", "X", "C", "Z"),
        new("B", "Y", "C", "Z"),
        new("C", "Z", "C", "W"),
        new("C", "W", "C", "Z"),
    ]).FindCircles());

    [Fact]
    public void Of_many_uses_some_are_named_and_all_are_counted()
    {
        RoomGraph graph = new(Enumerable.Range(1, 7).Select(number => new TypeUse("A", $"X{number}", "B", "Y")));
        Assert.Equal("A -> B (X1 uses Y, X2 uses Y, X3 uses Y, X4 uses Y, X5 uses Y, and 2 more)", graph.Describe("A", "B"));
    }
}
