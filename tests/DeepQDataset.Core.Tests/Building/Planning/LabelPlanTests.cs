using DeepQDataset.Building.Planning;
using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Building.ArchiveAssert;

namespace DeepQDataset.Core.Tests.Building.Planning;

/// <summary>What becomes of labels: names, label.csv, and what is refused.</summary>
public sealed class LabelPlanTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Zip => _folder["out.zip"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_labelled_image_gets_a_row_for_every_class()
    {
        string images = Folder(_folder, "png", "b.png", "a.png", "c.png");
        DqArchive archive = Write(SetOf(Label("b.png", "Normal"), Label("a.png", "Nodule"), Label("c.png", "Nodule"),
            Label("c.png", "Normal", 0)), images, Zip);
        Assert.Equal(["image/a.png", "image/b.png", "image/c.png", "label.csv"], Names(Zip));
        Assert.Equal(
            ["a.png,Nodule,1", "a.png,Normal,0", "b.png,Nodule,0", "b.png,Normal,1", "c.png,Nodule,1", "c.png,Normal,0"], LabelLines(Zip));
        Assert.Equal((4, 3, 6), (archive.Entries, archive.Images, archive.Labels));
    }

    [Fact]
    public void An_image_without_a_label_is_in_the_archive_but_not_in_the_label_file()
    {
        string images = Folder(_folder, "png", "a.png", "b.png");
        Write(SetOf(Label("a.png", "A"), Label("b.png", null)), images, Zip);
        Assert.Equal(["image/a.png", "image/b.png", "label.csv"], Names(Zip));
        Assert.Equal(["a.png,A,1"], LabelLines(Zip));
    }

    [Fact]
    public void Images_alone_make_no_label_file()
    {
        Write(SetOf(Label("a.png", null)), Folder(_folder, "png", "a.png"), Zip);
        Assert.Equal(["image/a.png"], Names(Zip));
    }

    [Fact]
    public void Boxes_are_written_as_they_are()
    {
        DqLabel Box(string image, string name, double x) => new() { Image = image, Class = name, X = x, Y = 2, Width = 3.5, Height = 4 };
        Write(SetOf(Box("b.png", "x", 1), Box("a.png", "z", 0.25), Box("a.png", "y", 9), Box("a.png", "y", 1), Label("c.png", null)),
            Folder(_folder, "png", "a.png", "b.png", "c.png"), Zip);
        Assert.Equal(["a.png,y,9,2,3.5,4", "a.png,y,1,2,3.5,4", "a.png,z,0.25,2,3.5,4", "b.png,x,1,2,3.5,4"], LabelLines(Zip));
    }

    [Fact]
    public void The_same_label_twice_is_one_and_a_contradiction_is_refused()
    {
        string images = Folder(_folder, "png", "a.png");
        Write(SetOf(Label("a.png", "A"), Label("a", " A ")), images, Zip);
        Assert.Equal(["a.png,A,1"], LabelLines(Zip));

        DatasetException exception = Assert.Throws<DatasetException>(() =>
            Write(SetOf(Label("a.png", "A"), Label("a", "A", 0)), images, _folder["no.zip"]));
        Assert.Equal("ContradictingLabels", exception.ErrorId);
        Assert.Contains("label 1 (image 'a.png', class 'A') has the value 1, label 2 (image 'a', class 'A') has the value 0",
            exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["no.zip"]));
    }

    [Fact]
    public void Names_become_valid_and_unique_and_the_rename_map_says_how()
    {
        string x = Folder(_folder, "x", "a b.JPG");
        string y = Folder(_folder, "y", "a b.JPG");
        DqArchive archive = Write(
            SetOf(Label("a b.JPG", "X", 1, Path.Combine(x, "a b.JPG")), Label("a b.JPG", "Y", 1, Path.Combine(y, "a b.JPG"))), null, Zip);
        Assert.Equal(["image/a_b.jpg", "image/a_b_2.jpg", "label.csv"], Names(Zip));
        Assert.Equal(["a_b.jpg,X,1", "a_b.jpg,Y,0", "a_b_2.jpg,X,0", "a_b_2.jpg,Y,1"], LabelLines(Zip));
        Assert.Equal(["a b.JPG -> a_b.jpg", "a b.JPG -> a_b_2.jpg"], archive.Renames.Select(rename => rename.ToString()));
        Assert.Equal(Path.Combine(y, "a b.JPG"), archive.Renames[1].Source);
    }

    [Fact]
    public void A_bare_name_is_no_rename()
    {
        DqArchive archive = Write(SetOf(Label("a", "A")), Folder(_folder, "png", "a.png"), Zip);
        Assert.Empty(archive.Renames);
        Assert.Equal(["a.png,A,1"], LabelLines(Zip));
    }

    [Fact]
    public void Images_that_all_have_a_study_and_a_series_keep_their_folders()
    {
        string images = Folder(_folder, "png", "St 1/Series1/a.png", "St 1/Series2/a.png", "st 1/Series1/a.png");
        Write(SetOf(Label("St 1/Series1/a", "A"), Label("St 1/Series2/a.png", "A"), Label(@"st 1\Series1\a.png", "A")), images, Zip);
        Assert.Equal(["image/St 1/Series1/a.png", "image/St 1/Series2/a.png", "image/st 1_2/Series1/a.png", "label.csv"], Names(Zip));
        Assert.Equal("St 1/Series1/a.png,A,1", LabelLines(Zip)[0]);
    }

    [Fact]
    public void Studies_beside_a_flat_image_are_flattened()
    {
        string images = Folder(_folder, "png", "Study1/Series1/a.png", "a.png");
        DqArchive archive = Write(SetOf(Label("Study1/Series1/a.png", "A"), Label("a.png", "A")), images, Zip);
        Assert.Equal(["image/a.png", "image/a_2.png", "label.csv"], Names(Zip));
        Assert.Equal(["Study1/Series1/a.png -> a_2.png"], archive.Renames.Select(rename => rename.ToString()));
    }

    [Fact]
    public void Only_the_images_named_enter_wherever_below_the_folder_they_lie()
    {
        Write(SetOf(Label("A.PNG", "A"), Label("c", "A")), Folder(_folder, "png", "deep/er/a.png", "b.png", "c.txt", "c.png"), Zip);
        Assert.Equal(["image/a.png", "image/c.png", "label.csv"], Names(Zip));
    }

    [Fact]
    public void A_file_without_an_extension_gets_the_one_of_its_content()
    {
        string images = new DatasetBuilder().File("IM0001", new PngBuilder().Build()).File("IM.0002", new JpegBuilder().Build())
            .WriteFolder(_folder["in"]);
        Write(SetOf(Label("IM0001", "A"), Label("IM.0002", "A")), images, Zip);
        Assert.Equal(["image/IM.0002.jpg", "image/IM0001.png", "label.csv"], Names(Zip));
    }

    [Fact]
    public void Labels_of_a_zip_take_their_images_from_it()
    {
        string source = new DatasetBuilder().Text("x/a.png", "1").Text("y/a.png", "2").WriteZip(_folder["in.zip"]);
        DqLabel Of(string entry) => new() { Image = "a.png", Class = "A", Value = 1, SourcePath = source, SourceEntry = entry };
        DqArchive archive = Write(SetOf(Of("y/a.png"), Of("x/a.png")), null, Zip);
        Assert.Equal(["2"u8.ToArray(), "1"u8.ToArray()], new[] { Read(Zip, "image/a.png"), Read(Zip, "image/a_2.png") });
        Assert.Equal($"{source}: x/a.png", Assert.Single(archive.Renames).Source);
    }

    [Fact]
    public void Missing_images_are_counted_and_the_first_ten_named()
    {
        string images = Folder(_folder, "png", "a.png");
        DatasetException exception = Refused(SetOf(Enumerable.Range(1, 12).Select(number => Label($"m{number}.png", "A"))
            .Prepend(Label("a", "A"))), images);
        Assert.Equal(("ImageNotFound", DatasetErrorKind.NotFound), (exception.ErrorId, exception.Kind));
        Assert.Equal("12 images were not found: m1.png, m2.png, m3.png, m4.png, m5.png, m6.png, m7.png, m8.png, m9.png, m10.png, ….",
            exception.Message);
    }

    [Fact]
    public void What_cannot_be_planned_is_refused()
    {
        string images = Folder(_folder, "png", "a.png", "a.jpg", "b.bmp", "x/c.png", "y/c.png");
        Assert.Equal("NoLabels", Refused(SetOf(), images).ErrorId);
        Assert.Equal("AmbiguousImage", Refused(SetOf(Label("a", "A")), images).ErrorId);
        Assert.Equal("AmbiguousImage", Refused(SetOf(Label("c.png", "A")), images).ErrorId);
        Assert.Equal("UnsupportedImage", Refused(SetOf(Label("b.bmp", "A")), images).ErrorId);
        Assert.Equal("ImageFolderNotFound", Refused(SetOf(Label("a", "A")), _folder["none"]).ErrorId);
        Assert.Equal("ImageNotFound", Refused(SetOf(Label("a", "A", 1, _folder["none.png"])), null).ErrorId);
        Assert.Equal("SourceNotOpened",
            Refused(SetOf(new DqLabel { Image = "a", SourcePath = _folder["none.zip"], SourceEntry = "a" }), null).ErrorId);
        Assert.Equal("SourcePathNotRooted", Refused(SetOf(Label("a", "A", 1, "a.png")), null).ErrorId);
    }

    [Fact]
    public void Names_without_a_folder_to_look_in_are_refused_with_the_way_out()
    {
        DatasetException exception = Refused(SetOf(Label("a.png", "A")), null);
        Assert.Equal("NoImageFolder", exception.ErrorId);
        Assert.Equal([RemedyAction.GiveImageFolder, RemedyAction.SelectFoundImages], exception.Text.Actions);
    }

    [Fact]
    public void A_hundred_thousand_labels_are_planned_in_a_moment()
    {
        LabelSet labels = new();
        for (int number = 0; number < 100_000; number++)
        {
            labels.Add(Label($"Study{number % 100}/Series1/{number}.png", $"Class {number % 14}"));
        }

        string[] names = labels.Images.Select(image => image.Name).ToArray();
        CompleteLabelRows rows = new(labels, names, LabelForms.Of(labels.Task), static _ => (64, 64));
        Assert.Equal(1_400_000, rows.Count);
        Assert.Equal(100_000, rows.Rows(TestContext.Current.CancellationToken).Count(row => row.Value == 1));
    }

    private static DatasetException Refused(LabelSet labels, string? imageFolder) => Assert.Throws<DatasetException>(() =>
    {
        using ArchivePlan plan = ArchivePlan.FromLabels(labels, imageFolder, options: null, TestContext.Current.CancellationToken);
    });
}
