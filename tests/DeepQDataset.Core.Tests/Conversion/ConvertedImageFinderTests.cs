using DeepQDataset.Conversion;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion;

public sealed class ConvertedImageFinderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Collecting _collecting = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_are_made_valid_and_the_old_ones_kept()
    {
        string[] names = Names(["a b.png", "train/x.png", "val/x.png", "plain.png"]);

        Assert.Equal(["a_b.png < a b.png", "x.png < train/x.png", "x_2.png < val/x.png", "plain.png < "], names);
        Assert.Empty(_collecting.Remarks);
    }

    [Fact]
    public void Studies_and_series_stay() =>
        Assert.Equal(["A/Series1/x.png < ", "B/Series1/x.png < "], Names(["A/Series1/x.png", "B/Series1/x.png"]));

    [Fact]
    public void An_image_that_is_not_there_keeps_its_name()
    {
        ConvertedImageFinder finder = Finder(["a.png"], out AnnotationSource source);
        using AnnotationSource opened = source;
        ConvertedImage image = finder.Find("train/b c.png", "", "x.json", 3)!;
        finder.AssignNames();

        Assert.Equal(("train/b c.png", null), (image.None().Image, image.None().SourcePath));
        Assert.StartsWith("ImageNotFound: x.json, line 3: no image 'train/b c.png' in ", Assert.Single(_collecting.Remarks).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_of_another_folder_is_not_taken_for_one_that_is_not_there()
    {
        ConvertedImageFinder finder = Finder(["train/a.png"], out AnnotationSource source);
        using AnnotationSource opened = source;
        ConvertedImage missing = finder.Find("val/a.png", "", "x.json", 3)!;
        ConvertedImage image = finder.Find("train/a.png", "", "x.json", 3)!;
        finder.AssignNames();

        Assert.Equal((null, _folder["train/a.png"]), (missing.SourcePath, image.SourcePath));
        Assert.Equal(["ImageNotFound"], _collecting.Ids);
    }

    [Fact]
    public void An_image_that_the_platform_does_not_take_is_left_out()
    {
        ConvertedImageFinder finder = Finder(["a.bmp"], out AnnotationSource source);
        using AnnotationSource opened = source;

        Assert.Null(finder.Find("a.bmp", "", "x.json", 3));
        Assert.Equal("ImageUnsupported: x.json, line 3: 'a.bmp' is BMP; convert it to PNG.", Assert.Single(_collecting.Remarks).ToString());
    }

    private string[] Names(string[] files)
    {
        ConvertedImageFinder finder = Finder(files, out AnnotationSource source);
        using AnnotationSource opened = source;
        ConvertedImage[] images = Array.ConvertAll(files, file => finder.Find(file, "", "x.json", 1)!);
        finder.AssignNames();
        return Array.ConvertAll(images, image => $"{image.None().Image} < {image.None().OriginalImage}");
    }

    private ConvertedImageFinder Finder(string[] files, out AnnotationSource source)
    {
        DatasetBuilder builder = new();
        foreach (string file in files)
        {
            builder.Text(file, "x");
        }

        source = AnnotationSource.Open(builder.WriteFolder(_folder.FullPath), null, TestContext.Current.CancellationToken);
        return new ConvertedImageFinder(source.Images, _collecting.Log);
    }
}
