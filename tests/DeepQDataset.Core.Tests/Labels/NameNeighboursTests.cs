using DeepQDataset.Labels;
using Xunit;

namespace DeepQDataset.Core.Tests.Labels;

public sealed class NameNeighboursTests
{
    /// <summary>Tests that the table finds just what comparing with each name finds.</summary>
    [Theory]
    [InlineData(1, "ab", 1, 6)]
    [InlineData(2, "abc0", 3, 12)]
    [InlineData(3, "01", 30, 40)]
    public void The_names_near_to_a_name_are_found(int seed, string letters, int shortest, int longest)
    {
        Random random = new(seed);
        string[] names = [.. Enumerable.Range(0, 300).Select(_ => Name(random, letters, shortest, longest)).Distinct()];
        NameNeighbours neighbours = new(names);
        List<(int Name, int Edits)> found = [];
        for (int round = 0; round < 300; round++)
        {
            string name = round % 2 == 0 ? Name(random, letters, shortest, longest) : Changed(random, names[round % names.Length], letters);
            neighbours.Find(name, found);
            (int Name, int Edits)[] expected =
            [
                .. names
                    .Select((other, index) => (index, NearestName.Edits(other, name, NearestName.LimitOf(other) + 1)))
                    .Where(near => near.Item2 <= NearestName.LimitOf(names[near.index])),
            ];
            Assert.Equal(expected, found.Order());
        }
    }

    [Fact]
    public void Of_very_long_names_those_with_one_edit_are_found()
    {
        string name = new('a', 200);
        List<(int Name, int Edits)> found = [];
        new NameNeighbours([name + "b", name + "bb", new string('a', 300)]).Find(name, found);
        Assert.Equal([(0, 1)], found);
    }

    private static string Name(Random random, string letters, int shortest, int longest) =>
        new(random.GetItems<char>(letters, random.Next(shortest, longest)));

    private static string Changed(Random random, string name, string letters)
    {
        int at = random.Next(name.Length);
        return random.Next(3) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, letters[..1]),
            _ => name[..at] + letters[^1] + name[(at + 1)..],
        };
    }
}
