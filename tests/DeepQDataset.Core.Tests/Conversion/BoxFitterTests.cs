using DeepQDataset.Conversion;
using DeepQDataset.Labels;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion;

public sealed class BoxFitterTests
{
    private readonly Collecting _collecting = new();

    [Theory]
    [InlineData(0, 0, 100, 50)]
    [InlineData(10.25, 20.125, 0.1, 0.3)]
    [InlineData(99.5, 49.5, 0.5, 0.5)]
    public void A_box_in_its_image_stays_as_it_is(double x, double y, double width, double height)
    {
        BoundingBox box = new(x, y, width, height);

        Assert.Equal(box, Fit(box));
        Assert.Empty(_collecting.Remarks);
    }

    [Theory]
    [InlineData(-10, 5, 30, 10, 0, 5, 20, 10)] // left: 10 of 30 are cut
    [InlineData(90, 5, 30, 10, 90, 5, 10, 10)] // right: ends at 100
    [InlineData(5, -2.5, 10, 5, 5, 0, 10, 2.5)] // top
    [InlineData(5, 45, 10, 50, 5, 45, 10, 5)] // bottom: ends at 50
    [InlineData(-1, -1, 500, 500, 0, 0, 100, 50)] // all around
    public void A_box_that_reaches_beyond_is_clipped_and_counted(
        double x, double y, double width, double height, double left, double top, double clippedWidth, double clippedHeight)
    {
        Assert.Equal(new BoundingBox(left, top, clippedWidth, clippedHeight), Fit(new BoundingBox(x, y, width, height)));
        Assert.Equal(["BoxClipped"], _collecting.Ids);
    }

    [Fact]
    public void A_hundredth_of_a_pixel_is_rounding_and_not_worth_a_word()
    {
        Assert.Equal(new BoundingBox(0, 0, 100, 50), Fit(new BoundingBox(-0.005, 0, 100.01, 50)));
        Assert.Empty(_collecting.Remarks);
    }

    [Theory]
    [InlineData(0, 0, 0, 5)]
    [InlineData(0, 0, 5, -1)]
    [InlineData(double.NaN, 0, 5, 5)]
    [InlineData(0, 0, double.NaN, 5)]
    [InlineData(0, double.PositiveInfinity, 5, 5)]
    public void A_box_without_an_area_is_left_out_and_counted(double x, double y, double width, double height)
    {
        Assert.Null(Fit(new BoundingBox(x, y, width, height)));
        Assert.Equal(["BoxDegenerate"], _collecting.Ids);
    }

    [Theory]
    [InlineData(100, 0, 5, 5)]
    [InlineData(-5, 0, 5, 5)]
    [InlineData(0, 80, 5, 5)]
    public void A_box_beside_its_image_is_left_out_and_counted(double x, double y, double width, double height)
    {
        Assert.Null(Fit(new BoundingBox(x, y, width, height)));
        Assert.Equal(["BoxOutside"], _collecting.Ids);
    }

    [Fact]
    public void Where_the_size_is_not_known_nothing_is_clipped()
    {
        BoundingBox box = new(-5, 2, 9999, 3);

        Assert.Equal(box, new BoxFitter(_collecting.Log).Fit(box, null, "a.json", 3, "'x'"));
        Assert.Empty(_collecting.Remarks);
    }

    [Fact]
    public void A_remark_names_file_line_and_values()
    {
        Fit(new BoundingBox(90, 0, 20.5, 5));

        Assert.Equal("BoxClipped: a.json, line 7: 'x' in b.png: 20.5 × 5 at (90, 0) in an image of 100 × 50.",
            Assert.Single(_collecting.Remarks).ToString());
    }

    private BoundingBox? Fit(BoundingBox box) =>
        new BoxFitter(_collecting.Log).Fit(box, new ImageSize(100, 50), "a.json", 7, "'x' in b.png");
}
