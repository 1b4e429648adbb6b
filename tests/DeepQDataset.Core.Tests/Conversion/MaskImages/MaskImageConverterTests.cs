using System.Text;
using DeepQDataset.Conversion.MaskImages;
using DeepQDataset.Masks;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.MaskImages;

/// <summary>All images are 20 pixels wide and 10 high.</summary>
public sealed class MaskImageConverterTests : IDisposable
{
    private static readonly Dictionary<int, string> Classes = new() { [1] = "cat", [2] = "dog", [255] = "" };

    private readonly TempFolder _folder = new();
    private readonly Collecting _collecting = new();
    private readonly DatasetBuilder _set = new();

    public MaskImageConverterTests()
    {
        foreach (string name in (string[])["a", "b", "c", "a_b"])
        {
            _set.File($"images/{name}.jpg", new JpegBuilder { Width = 20, Height = 10 }.Build());
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, 8, false)]
    [InlineData(0, 16, true)]
    [InlineData(0, 2, false)]
    [InlineData(3, 8, true)]
    [InlineData(3, 4, false)]
    [InlineData(2, 8, false)]
    [InlineData(6, 8, true)] // all channels alike: opaque where it is not 0
    public void Values_are_classes_in_any_kind_of_PNG(int colorType, int depth, bool interlaced)
    {
        Mask("a.png", (x, _, _) => x < 5 ? 1 : x < 7 ? 2 : 0, colorType, depth, interlaced);
        Mask("b.png", (_, _, _) => 0, colorType, depth, interlaced);

        Assert.Equal(["a.jpg: cat 50", "a.jpg: dog 20", "b.jpg: nothing", "a_b.jpg", "c.jpg"], Convert(Classes));
        Assert.Equal(["MaskMissing", "MaskMissing"], _collecting.Ids);
        Assert.Equal(0, _collecting.Log.Losses);
    }

    [Fact]
    public void Values_without_a_class_are_told_of_and_those_with_an_empty_one_are_not()
    {
        Mask("a.png", (x, y, _) => x == 19 ? 255 : y == 0 ? 7 : 0);

        Assert.Equal("a.jpg", Convert(Classes)[0]); // not a negative
        Assert.Contains("ValueUnknown", _collecting.Ids);
        Assert.Contains(_collecting.Remarks, remark => remark.Detail == "19 pixels of 'a.jpg' have the value 7");
    }

    [Fact]
    public void Without_a_map_classes_are_named_by_their_values_and_colours()
    {
        Mask("a.png", (x, _, channel) => x == 0 ? (channel == 0 ? 255 : 0) : x == 1 ? 9 : 0, colorType: 2);
        Assert.Equal(["a.jpg: 9 10", "a.jpg: #FF0000 10"], Convert(null)[..2]);

        Assert.Equal(
            ["a.jpg: red 10"],
            Convert(new Dictionary<int, string> { [MaskImageOptions.ColorValue(255, 0, 0)] = "red", [9] = "" })[..1]);
    }

    [Fact]
    public void The_value_0_may_be_given_a_class()
    {
        Mask("a.png", (x, _, _) => x < 5 ? 0 : 1);
        Assert.Equal(["a.jpg: back 50"], Convert(new Dictionary<int, string> { [0] = "back", [1] = "" })[..1]);
    }

    [Fact]
    public void One_file_a_class_is_named_behind_its_image_or_by_its_folder()
    {
        Mask("a_b_cat.png", (x, _, _) => x < 5 ? 255 : 0);
        Mask("a_cat.png", (x, _, _) => x < 6 ? 255 : 0);
        Mask("a-dog.png", (x, _, _) => x < 7 ? 1 : 0);
        Mask("b.bird.png", (_, _, _) => 0);
        Mask("z_cat.png", (_, _, _) => 1);

        string[] labels = Convert(null);
        Assert.Equal(
            ["a.jpg: cat 60", "a.jpg: dog 70", "a_b.jpg: cat 50", "b.jpg: nothing", "c.jpg"], labels.Order(StringComparer.Ordinal));
        Assert.Equal(["MaskWithoutImage", "MaskMissing"], _collecting.Ids);
    }

    [Fact]
    public void Folders_name_classes_where_masks_of_one_name_lie_in_several()
    {
        Mask("cat/a.png", (x, _, _) => x < 5 ? 255 : 0);
        Mask("dog/a.png", (x, _, _) => x < 6 ? 255 : 0);
        Mask("dog/b.png", (x, _, _) => x < 7 ? 1 : 0);

        Assert.Equal(
            ["a.jpg: cat 50", "a.jpg: dog 60", "a_b.jpg", "b.jpg: dog 70", "c.jpg"], Convert(null).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_mask_of_another_size_or_one_that_cannot_be_read_is_an_error_and_costs_no_other()
    {
        _set.File("masks/a.png", new PngBuilder { Width = 10, Height = 20, ColorType = 0, Blank = true }.Build());
        _set.File("masks/b.png", new PngBuilder { Width = 20, Height = 10, ColorType = 0, CutData = 8 }.Build());
        Mask("c.png", (_, _, _) => 1);

        Assert.Equal(["a.jpg", "b.jpg", "c.jpg: cat 200", "a_b.jpg"], Convert(Classes));
        Assert.Equal(["MaskSizeDiffers", "MaskUnreadable"], _collecting.Log.Failures.Select(failure => failure.ErrorId));
        Assert.Contains("10 × 20 pixels, its image 'a.jpg' 20 × 10", _collecting.Log.Failures[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_no_mask()
    {
        _set.File(
            "masks/a.png",
            new PngBuilder
            {
                Width = 20,
                Height = 10,
                ColorType = 0,
                BitDepth = 16,
                Samples = (x, y, _) => 1 + (y * 20) + x,
            }.Build());
        _set.File("images/large.jpg", new JpegBuilder { Width = 32, Height = 32 }.Build());
        _set.File(
            "masks/large.png",
            new PngBuilder
            {
                Width = 32,
                Height = 32,
                ColorType = 0,
                BitDepth = 16,
                Samples = (x, y, _) => 1 + (y * 32) + x,
            }.Build());

        Assert.Equal(200, Convert(null).Count(label => label.StartsWith("a.jpg: ", StringComparison.Ordinal)));
        Assert.Contains("more than 256 values", Assert.Single(_collecting.Log.Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_images_beside_the_masks_a_folder_is_asked_for()
    {
        new DatasetBuilder().File("alone/masks/a.png", new PngBuilder { ColorType = 0 }.Build()).WriteFolder(_folder.FullPath);
        DatasetException refused = Assert.Throws<DatasetException>(() =>
            MaskImageConverter
                .Convert(_folder["alone/masks"], new MaskImageOptions(), _collecting.Log, null, TestContext.Current.CancellationToken)
                .ToArray());
        Assert.Equal("ImageFolderNotGiven", refused.ErrorId);
        refused = Assert.Throws<DatasetException>(() =>
            MaskImageConverter
                .Convert(
                    _folder["alone"],
                    new MaskImageOptions { ImageFolder = _folder["none"] },
                    _collecting.Log,
                    null,
                    TestContext.Current.CancellationToken)
                .ToArray());
        Assert.Equal("ImageFolderNotFound", refused.ErrorId);
    }

    private void Mask(string path, Func<int, int, int, int> samples, int colorType = 0, int depth = 8, bool interlaced = false) =>
        _set.File(
            "masks/" + path,
            new PngBuilder
            {
                Width = 20,
                Height = 10,
                ColorType = colorType,
                BitDepth = depth,
                Interlaced = interlaced,
                Samples = samples,
                Filter = 4,
            }.Build());

    private string[] Convert(IReadOnlyDictionary<int, string>? classes)
    {
        _set.WriteFolder(_folder.FullPath);
        return
        [
            .. MaskImageConverter
                .Convert(
                    _folder["masks"],
                    new MaskImageOptions { Classes = classes },
                    _collecting.Log,
                    null,
                    TestContext.Current.CancellationToken)
                .Select(Text),
        ];
    }

    private static string Text(DqLabel label)
    {
        if (label.Mask is null)
        {
            return Converted.Text(label);
        }

        Assert.Null(
            MaskText.TryDecode(Encoding.UTF8.GetBytes(label.Mask), label.MaskWidth!.Value, label.MaskHeight!.Value, out byte[]? packed));
        return FormattableString.Invariant($"{label.Image}: {label.Class} {MaskBuilder.Count(packed)}");
    }
}
