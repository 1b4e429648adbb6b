using DeepQDataset.Statistics;
using Xunit;

namespace DeepQDataset.Core.Tests.Statistics;

public sealed class LabelMeasurerTests
{
    [Fact]
    public void Labels_of_one_image_count_it_once()
    {
        IReadOnlyList<DqClassStatistics> classes = Measure(
            new DqLabel { Image = "a.png", Class = "A", Value = 1 },
            new DqLabel { Image = "b.png", Class = "A", Value = 1 },
            new DqLabel { Image = "a.png", Class = "A", Value = 1 },
            new DqLabel { Image = "a.png", Class = "B", Value = 0 });

        Assert.Equal([("A", 2, 0), ("B", 0, 1)], classes.Select(counted => (counted.Class, counted.Images, counted.Negative)));
    }

    [Fact]
    public void Two_files_of_one_name_are_two_images() => Assert.Equal(2, Measure(
        new DqLabel { Image = "a.png", Class = "A", Value = 1, SourcePath = "/x/a.png" },
        new DqLabel { Image = "a.png", Class = "A", Value = 1, SourcePath = "/y/a.png" })[0].Images);

    [Fact]
    public void Images_without_a_label_are_a_row_at_the_end()
    {
        IReadOnlyList<DqClassStatistics> classes = Measure(
            new DqLabel { Image = "a.png" },
            new DqLabel { Image = "b.png", Class = "A", X = 1, Y = 1, Width = 4, Height = 5 },
            new DqLabel { Image = "c.png" });

        Assert.Equal([("A", 1, 1), (null, 2, null)], classes.Select(counted => (counted.Class, counted.Images, counted.Boxes)));
        Assert.Equal(20, classes[0].MedianBoxArea);
        Assert.Equal(2 / 3d, classes[1].Share);
    }

    [Fact]
    public void Of_nothing_there_is_nothing() => Assert.Empty(Measure());

    private static IReadOnlyList<DqClassStatistics> Measure(params DqLabel[] labels)
    {
        LabelMeasurer measurer = new();
        Array.ForEach(labels, measurer.Add);
        return measurer.ToStatistics();
    }
}
