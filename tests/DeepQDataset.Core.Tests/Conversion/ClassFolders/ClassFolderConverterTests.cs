using DeepQDataset.Conversion.ClassFolders;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.ClassFolders;

public sealed class ClassFolderConverterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_image_is_labelled_with_its_folder()
    {
        string dataset = Datasets.ClassFolders().WriteFolder(_folder["set"]);
        DqLabel[] labels = Convert(dataset);
        Assert.Equal(
            [
                "image001.png: Class A",
                "image002.png: Class A",
                "image003.png: Class A",
                "image004.png: Class B",
                "image005.png: Class B",
                "image006.png: Class B",
            ],
            labels.Select(label => label.ToString()));
        Assert.All(labels, label =>
            Assert.Equal((1, null, null, true), (label.Value, label.SourceEntry, label.Line, File.Exists(label.SourcePath))));
    }

    [Theory]
    [InlineData("set")]
    [InlineData("set/Classes")]
    [InlineData("set/Classes/")]
    public void Classes_itself_means_the_same_as_the_folder_that_holds_it(string path)
    {
        Datasets.ClassFolders().WriteFolder(_folder["set"]);
        Assert.Equal(_folder["set/Classes/Class A/image001.png"], Convert(_folder[path])[0].SourcePath);
    }

    [Fact]
    public void An_enclosing_folder_does_not_matter()
    {
        string dataset = Datasets.ClassFolders().Wrapped("chest").WriteFolder(_folder["set"]);
        Assert.Equal(_folder["set/chest/Classes/Class A/image001.png"], Convert(dataset)[0].SourcePath);
    }

    [Fact]
    public void What_lies_beside_Classes_does_not_matter_when_it_is_named_itself()
    {
        Datasets.ClassFolders().Text("image/x.png", "x").WriteFolder(_folder["set"]);
        Assert.Equal(6, Convert(_folder["set/Classes"]).Length);
    }

    [Fact]
    public void An_image_outside_any_class_has_none()
    {
        string dataset = Datasets.ClassFolders().Text("Classes/loose.png", "x").WriteFolder(_folder["set"]);
        DqLabel loose = Assert.Single(Convert(dataset), label => label.Class is null);
        Assert.Equal(("loose.png", null), (loose.Image, loose.Value));
    }

    [Fact]
    public void One_file_name_in_two_classes_is_two_images()
    {
        string dataset = new DatasetBuilder().Text("Classes/A/a.png", "x").Text("Classes/B/a.png", "x").WriteFolder(_folder["set"]);
        Assert.Equal(2, Convert(dataset).Select(label => label.SourcePath).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void No_class_folders_is_an_error()
    {
        DatasetException exception = Assert.Throws<DatasetException>(() => Convert(Datasets.ImageOnly().WriteFolder(_folder["set"])));
        Assert.Equal(("NoClassFolders", DatasetErrorKind.InvalidData), (exception.ErrorId, exception.Kind));
        Assert.Throws<FileNotFoundException>(() => Convert(_folder["none"]));
    }

    private static DqLabel[] Convert(string path) => ClassFolderConverter.Convert(path, TestContext.Current.CancellationToken).ToArray();
}
