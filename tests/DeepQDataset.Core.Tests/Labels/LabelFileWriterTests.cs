using System.Globalization;
using System.Text;
using DeepQDataset.Labels;
using Xunit;

namespace DeepQDataset.Core.Tests.Labels;

public sealed class LabelFileWriterTests
{
    [Fact]
    public void Classes_take_three_columns_without_header_or_byte_order_mark() =>
        Assert.Equal(
            "a.png,cat,1\na.png,dog,0\n", Write(new LabelRow(0, "a.png", "cat", 1, null), new LabelRow(0, "a.png", "dog", 0, null)));

    [Fact]
    public void Boxes_take_six_columns() =>
        Assert.Equal(
            "image001,lesion,128,97.5,104,0.25\n",
            Write(new LabelRow(0, "image001", "lesion", 1, new BoundingBox(128, 97.5, 104, 0.25))));

    [Theory]
    [InlineData("001", "\"001\"")]
    [InlineData("-1.5", "\"-1.5\"")]
    [InlineData("2a", "2a")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("5\" lesion", "\"5\"\" lesion\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("肺炎", "肺炎")]
    public void A_class_is_quoted_where_it_is_a_pure_number_or_csv_demands_it(string name, string written) =>
        Assert.Equal($"a.png,{written},1\n", Write(new LabelRow(0, "a.png", name, 1, null)));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "0")]
    [InlineData(1e-7, "0.0000001")]
    [InlineData(-1.25e-6, "-0.00000125")]
    [InlineData(1e21, "1000000000000000000000")]
    [InlineData(1.7976931348623157e308, null)]
    [InlineData(5e-324, null)]
    public void A_number_has_no_exponent_and_reads_back_as_itself(double value, string? expected)
    {
        string text = NumberText.Format(value);

        Assert.Equal(expected ?? text, text);
        Assert.DoesNotContain("E", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_number_is_written_alike_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("a,b,1.5,2.5,3.5,4.5\n", Write(new LabelRow(0, "a", "b", 1, new BoundingBox(1.5, 2.5, 3.5, 4.5))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_number_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(new LabelRow(0, "a", "b", 1, new BoundingBox(double.NaN, 0, 1, 1))));

    private static string Write(params LabelRow[] rows)
    {
        using MemoryStream stream = new();
        LabelFileWriter.Write(stream, rows);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
