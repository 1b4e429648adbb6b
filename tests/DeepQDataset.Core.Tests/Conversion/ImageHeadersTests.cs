using DeepQDataset.Conversion;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion;

public sealed class ImageHeadersTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Collecting _collecting = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_size_comes_from_the_header()
    {
        Assert.Equal(new ImageSize(40, 30), Size(new PngBuilder { Width = 40, Height = 30 }.Build()));
        Assert.Empty(_collecting.Remarks);
    }

    [Fact]
    public void A_turned_image_is_told_of_and_measured_as_stored()
    {
        Assert.Equal(new ImageSize(40, 30), Size(new PngBuilder { Width = 40, Height = 30, Orientation = 6 }.Build()));
        Assert.Equal(["ImageTurned"], _collecting.Ids);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no image at all")]
    public void What_is_no_image_has_no_size(string content)
    {
        Assert.Null(Size(System.Text.Encoding.UTF8.GetBytes(content)));
        Assert.Equal(["ImageUnreadable"], _collecting.Ids);
    }

    private ImageSize? Size(byte[] content)
    {
        new DatasetBuilder().File("a.png", content).WriteFolder(_folder.FullPath);
        using AnnotationSource source = AnnotationSource.Open(_folder.FullPath, null, TestContext.Current.CancellationToken);
        using ImageHeaders headers = new(_collecting.Log);
        LocatedImage image = source.Images.Find("a.png", "").Image!;
        return headers.SizeOf(image) is ImageSize size && headers.SizeOf(image) == size ? size : null;
    }
}
