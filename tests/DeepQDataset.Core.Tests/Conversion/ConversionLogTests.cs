using DeepQDataset.Conversion;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion;

public sealed class ConversionLogTests
{
    private static readonly ConversionReason Loss = new("Loss", "thing was lost", "things were lost");
    private static readonly ConversionReason Caution = new("Caution", "thing is odd", "things are odd", IsLoss: false);

    [Fact]
    public void The_summary_counts_each_reason_in_the_order_they_came_up()
    {
        ConversionLog log = new();
        log.Add(Caution, "a", null, "x");
        for (int index = 0; index < 1200; index++)
        {
            log.Add(Loss, "a", index, "x");
        }

        Assert.Equal("1 thing is odd; 1,200 things were lost", log.Summarize());
        Assert.Equal((1200, 1200, 1), (log.Losses, log.CountOf(Loss), log.CountOf(Caution)));
    }

    [Fact]
    public void Nothing_to_say_is_an_empty_summary() => Assert.Equal("", new ConversionLog().Summarize());
}
