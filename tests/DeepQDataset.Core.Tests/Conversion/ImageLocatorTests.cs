using DeepQDataset.Conversion;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion;

public sealed class ImageLocatorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("images/a.png", "", "images/a.png")] // below the root
    [InlineData("./images/a.png", "", "images/a.png")]
    [InlineData("images\\a.png", "", "images/a.png")] // Windows
    [InlineData("../images/a.png", "annotations", "images/a.png")] // beside the annotations
    [InlineData("a.png", "annotations", "images/a.png")] // the file name alone
    [InlineData("elsewhere/a.png", "", "images/a.png")] // another folder, and no other image of that name
    [InlineData("C:\\data\\images\\a.png", "", "images/a.png")] // absolute, made on another machine
    [InlineData("/home/ann/a.png", "", "images/a.png")]
    [InlineData("A.PNG", "", "images/a.png")] // another case
    [InlineData("a.bmp", "", "images/a.png")] // converted meanwhile
    [InlineData("same.png", "train", "train/same.png")] // the nearest
    [InlineData("same.png", "val", "val/same.png")]
    [InlineData("val/same.png", "", "val/same.png")]
    [InlineData("x/val/same.png", "annotations", "val/same.png")] // the one that shares more folders
    public void Finds_the_image_that_is_meant(string name, string annotations, string expected) =>
        Assert.Equal(expected, Find(name, annotations).Image?.Entry.Path);

    [Fact]
    public void A_hint_chooses_among_equals()
    {
        Assert.Equal(new ImageSearch(null, 2), Find("same.png", "annotations"));
        Assert.Equal("val/same.png", Find("same.png", "annotations", "val").Image?.Entry.Path);
    }

    [Fact]
    public void What_is_not_there_is_not_found() => Assert.Equal(new ImageSearch(null, 0), Find("b.png", ""));

    [Fact]
    public void No_name_leads_out_of_the_folder()
    {
        new DatasetBuilder().Text("secret.png", "x").WriteFolder(_folder.FullPath);

        Assert.Equal(0, Find("../secret.png", "").Candidates);
        Assert.Equal(0, Find(_folder["secret.png"], "").Candidates);
    }

    [Fact]
    public void A_zip_serves_as_well_as_a_folder()
    {
        string zip = Set().WriteZip(_folder["set.zip"]);
        using AnnotationSource source = AnnotationSource.Open(zip, null, TestContext.Current.CancellationToken);
        LocatedImage image = source.Images.Find("a.png", "annotations").Image!;

        Assert.Equal((zip, "images/a.png"), (image.SourcePath, image.SourceEntry));
    }

    [Fact]
    public void An_image_folder_is_the_only_place_looked_at()
    {
        Set().WriteFolder(_folder["set"]);
        new DatasetBuilder().Text("b.png", "x").WriteFolder(_folder["images"]);
        using AnnotationSource source = AnnotationSource.Open(_folder["set"], _folder["images"], TestContext.Current.CancellationToken);

        Assert.Equal(_folder["images/b.png"], source.Images.Find("b.png", "annotations").Image?.SourcePath);
        Assert.Equal(0, source.Images.Find("a.png", "annotations").Candidates);
    }

    [Fact]
    public void A_single_file_in_annotations_means_images_beside_that_folder()
    {
        Set().WriteFolder(_folder["set"]);
        using AnnotationSource source =
            AnnotationSource.Open(_folder["set/annotations/x.json"], null, TestContext.Current.CancellationToken);

        Assert.Equal("x.json", Assert.Single(source.Files(".json")).Path);
        Assert.Equal(_folder["set/images/a.png"], source.Images.Find("a.png", "").Image?.SourcePath);
    }

    private static DatasetBuilder Set() => new DatasetBuilder()
        .Text("images/a.png", "x").Text("images/a.txt", "x").Text("train/same.png", "x").Text("val/same.png", "x").Text(
            "annotations/x.json", "{}");

    private ImageSearch Find(string name, string annotations, string? hint = null)
    {
        using AnnotationSource source =
            AnnotationSource.Open(Set().WriteFolder(_folder["set"]), null, TestContext.Current.CancellationToken);
        return source.Images.Find(name, annotations, hint);
    }
}
