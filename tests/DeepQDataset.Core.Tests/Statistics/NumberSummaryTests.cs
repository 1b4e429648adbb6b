using DeepQDataset.Statistics;
using Xunit;

namespace DeepQDataset.Core.Tests.Statistics;

public sealed class NumberSummaryTests
{
    [Theory]
    [InlineData(new double[] { 5 }, 5, 5, 5)]
    [InlineData(new double[] { 9, 1, 4 }, 1, 4, 9)]
    [InlineData(new double[] { 8, 2, 4, 3 }, 2, 3.5, 8)]
    public void The_median_of_an_even_number_is_the_mean_of_the_middle_two(
        double[] numbers,
        double minimum,
        double median,
        double maximum) => Assert.Equal(new NumberSummary(minimum, median, maximum), NumberSummary.Of([.. numbers]));

    [Fact]
    public void Of_nothing_there_is_nothing() => Assert.Null(NumberSummary.Of([]));
}
