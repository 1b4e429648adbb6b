using DeepQDataset.Privacy;
using Xunit;

namespace DeepQDataset.Core.Tests.Privacy;

public sealed class DateShifterTests
{
    [Theory]
    [InlineData("20260301", -1, "20260228")]
    [InlineData("20240301", -1, "20240229")]
    [InlineData("20260102", -366, "20250101")]
    [InlineData("2026.03.01", -1, "20260228")]
    [InlineData("20260301101112.5+0100", -1, "20260228101112.5+0100")]
    [InlineData(@"20260301\20260302", -1, @"20260228\20260301")]
    [InlineData(@"20260301\", -1, @"20260228\")]
    [InlineData("2026030110", -1, "2026022810")]
    [InlineData("202603011011-0500", -1, "202602281011-0500")]
    [InlineData("00010102", -1, "00010101")]
    public void A_date_moves_and_the_time_of_day_stays(string value, int days, string expected) =>
        Assert.Equal(expected, DateShifter.TryShift(value, days));

    [Theory]
    [InlineData("2026")]
    [InlineData("202603")]
    [InlineData("20261301")]
    [InlineData("20260230")]
    [InlineData("yesterday")]
    [InlineData("00010101")]
    [InlineData(@"20260301\x")]
    [InlineData("20260301-20260401")]
    [InlineData("20260301 Meier")]
    [InlineData("20260301101112.Meier")]
    [InlineData("2026.03.01-2026.04.01")]
    public void What_is_no_date_to_the_day_cannot_be_moved(string value) => Assert.Null(DateShifter.TryShift(value, -1));
}
