using DeepQDataset.Building.Planning;
using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Building.ArchiveAssert;

namespace DeepQDataset.Core.Tests.Building.Planning;

/// <summary>The layouts that labels can be given, and what has no place in each.</summary>
public sealed class ImageArrangementTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Class_folders_hold_each_image_in_its_one_class_under_unique_names()
    {
        string images = Folder(_folder, "png", "one/a.png", "two/a.png", "two/b c.png");
        Assert.Equal(
            ["Classes/Class A/a.png", "Classes/Class B/a_2.png", "Classes/Class B/b_c.png"],
            Names(
                images,
                ImageArrangement.Classes,
                Label("one/a.png", "Class A"),
                Label("one/a.png", "Class B", 0),
                Label("two/a.png", "Class B"),
                Label("two/b c.png", "Class B")));
    }

    [Fact]
    public void A_class_folder_is_no_new_name()
    {
        string images = Folder(_folder, "png", "a.png", "b c.png");
        using ArchivePlan plan = ArchivePlan.FromLabels(
            SetOf(Label("a.png", "A"), Label("b c.png", "A")),
            images,
            new LabelPlanOptions { Arrangement = ImageArrangement.Classes },
            TestContext.Current.CancellationToken);
        Assert.Equal(["b c.png -> b_c.png"], plan.Renames.Select(rename => rename.ToString()));
    }

    [Theory]
    [InlineData("ImageWithSeveralClasses", "a.png,A,1", "a.png,B,1")]
    [InlineData("ImageWithoutClass", "a.png,A,1", "b.png,A,0")]
    [InlineData("ImageWithoutClass", "a.png,A,1", "b.png,,")]
    [InlineData("ContradictingLabels", "a.png,A,1", "a.png,A,0")]
    [InlineData("ClassIsNoFolderName", "a.png,A/B,1")]
    [InlineData("ClassIsNoFolderName", "a.png,.hidden,1")]
    [InlineData("ClassIsNoFolderName", "a.png,NUL,1")]
    [InlineData("ClassesDifferByCase", "a.png,a,1", "b.png,A,1")]
    public void What_class_folders_cannot_say_is_refused(string errorId, params string[] labels)
    {
        string images = Folder(_folder, "png", "a.png", "b.png");
        DatasetException exception = Assert.Throws<DatasetException>(() =>
            Names(images, ImageArrangement.Classes, labels.Select(Parse).ToArray()));
        Assert.Equal(errorId, exception.ErrorId);
        Assert.NotNull(exception.Target);
    }

    [Fact]
    public void The_images_without_a_place_are_counted_and_the_first_are_named()
    {
        string[] files = Enumerable.Range(1, 12).Select(number => $"{number:00}.png").ToArray();
        string images = Folder(_folder, "png", files);
        DqLabel[] boxes = files.Select(file => new DqLabel { Image = file, Class = "x", X = 1, Y = 1, Width = 2, Height = 2 }).ToArray();
        DatasetException exception = Assert.Throws<DatasetException>(() => Names(images, ImageArrangement.Classes, boxes));
        Assert.Equal("ImageWithBoxes", exception.ErrorId);
        Assert.StartsWith("12 images have boxes: '01.png', '02.png',", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'10.png', …", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Studies_keep_qualified_names_and_refuse_images_without()
    {
        string images = Folder(_folder, "png", "S/Series1/a.png", "S/Series2/a.png", "b.png");
        DqLabel[] qualified = [Label("S/Series1/a.png", "A"), Label("S/Series2/a.png", "B")];
        Assert.Equal(["image/S/Series1/a.png", "image/S/Series2/a.png", "label.csv"], Names(images, ImageArrangement.Studies, qualified));

        DatasetException exception = Assert.Throws<DatasetException>(() =>
            Names(images, ImageArrangement.Studies, [.. qualified, Label("b.png", "B")]));
        Assert.Equal(("ImageWithoutStudy", "b.png"), (exception.ErrorId, exception.Target));
    }

    [Fact]
    public void Flat_puts_studies_side_by_side()
    {
        string images = Folder(_folder, "png", "S/Series1/a.png", "S/Series2/a.png");
        Assert.Equal(
            ["image/a.png", "image/a_2.png", "label.csv"],
            Names(images, ImageArrangement.Flat, Label("S/Series1/a.png", "A"), Label("S/Series2/a.png", "B")));
    }

    private static DqLabel Parse(string row)
    {
        string[] cells = row.Split(',');
        return Label(cells[0], cells[1].Length == 0 ? null : cells[1], cells[2].Length == 0 ? null : int.Parse(cells[2], null));
    }

    private static string[] Names(string images, ImageArrangement arrangement, params DqLabel[] labels)
    {
        using ArchivePlan plan = ArchivePlan.FromLabels(
            SetOf(labels), images, new LabelPlanOptions { Arrangement = arrangement }, TestContext.Current.CancellationToken);
        return plan.Entries.Select(entry => entry.EntryName).ToArray();
    }
}
