using DeepQDataset.Statistics;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Statistics;

public sealed class DatasetMeasurerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_of_a_classification_are_counted_by_their_ones_and_zeros()
    {
        // A: 1 2 3, B: 3 4; 5 is neither, 6 has no row.
        IReadOnlyList<DqClassStatistics> classes = Measure(Datasets.ImageOnly().Text("label.csv", """
            image001,A,1
            image001,B,0
            image002.png,A,1
            image003,A,1
            image003,B,1
            image004,B,1
            image004,A,0
            image005,A,0
            image005,B,0
            """));

        Assert.Equal(["A", "B", null], classes.Select(counted => counted.Class));
        Assert.Equal([3, 2, 1], classes.Select(counted => counted.Images));
        Assert.Equal([0.5, 2 / 6d, 1 / 6d], classes.Select(counted => counted.Share));
        Assert.Equal([2, 2, null], classes.Select(counted => counted.Negative));
        Assert.All(classes, counted => Assert.Null(counted.Boxes));
    }

    /// <summary>Rectangles are boxes, of images beside the JSONs and in them alike; where there are none, shapes are classes.</summary>
    [Fact]
    public void LabelMe_files_are_counted_by_their_shapes()
    {
        foreach (DatasetBuilder dataset in new[] { Datasets.LabelMe(), Datasets.LabelMeEmbedded() })
        {
            IReadOnlyList<DqClassStatistics> boxes = Measure(dataset);
            Assert.Equal(["lesion", "nodule", null], boxes.Select(counted => counted.Class));
            Assert.Equal([3, 0, 3], boxes.Select(counted => counted.Images));
            Assert.Equal([3, null, null], boxes.Select(counted => counted.Boxes));
        }

        string empty = new LabelMeBuilder().Build();
        DatasetBuilder polygons = Datasets.LabelMe().Text("image001.json", empty).Text("image002.json", empty).Text("image003.json", empty);
        Assert.Equal(["nodule", DqLabel.NegativeClass, null], Measure(polygons).Select(counted => counted.Class));
        Assert.Equal([3, 1, 2], Measure(polygons).Select(counted => counted.Images));
    }

    [Fact]
    public void Rows_of_one_image_may_lie_apart_and_repeat()
    {
        IReadOnlyList<DqClassStatistics> classes = Measure(Datasets.ImageOnly().Text("label.csv", """
            image002,A,1
            image001,A,1
            image002,A,1
            image003,A,0
            image001.png,A,0
            image003,A,0
            """));

        Assert.Equal((2, 1), (classes[0].Images, classes[0].Negative));
    }

    [Fact]
    public void Boxes_are_counted_and_sized()
    {
        DqClassStatistics lesion = Measure(Datasets.ImageOnly().Text("label.csv", """
            image001,lesion,1,1,4,2
            image001,lesion,2,2,6,3
            image002,lesion,0,0,5,8.5
            image003,nodule,0,0,1,1
            """))[0];

        Assert.Equal(("lesion", 2, 3, null), (lesion.Class, lesion.Images, lesion.Boxes, lesion.Negative));
        Assert.Equal((4, 5, 6), (lesion.MinimumBoxWidth, lesion.MedianBoxWidth, lesion.MaximumBoxWidth));
        Assert.Equal((2, 3, 8.5), (lesion.MinimumBoxHeight, lesion.MedianBoxHeight, lesion.MaximumBoxHeight));
        Assert.Equal((8, 18, 42.5), (lesion.MinimumBoxArea, lesion.MedianBoxArea, lesion.MaximumBoxArea));
    }

    [Fact]
    public void Sizes_of_images_are_those_of_the_classes_own()
    {
        // The image of a number is 16 + number wide and 24 high.
        IReadOnlyList<DqClassStatistics> classes = Measure(Datasets.Classification());

        Assert.Equal((17, 18, 19), (classes[0].MinimumImageWidth, classes[0].MedianImageWidth, classes[0].MaximumImageWidth));
        Assert.Equal((20, 21, 22), (classes[1].MinimumImageWidth, classes[1].MedianImageWidth, classes[1].MaximumImageWidth));
        Assert.Equal((24, 24, 24), (classes[1].MinimumImageHeight, classes[1].MedianImageHeight, classes[1].MaximumImageHeight));
    }

    [Fact]
    public void A_folder_and_its_zip_measure_alike()
    {
        DatasetBuilder dataset = Datasets.Detection().Wrapped("chest");
        dataset.WriteFolder(_folder["set"]);
        dataset.WriteZip(_folder["set.zip"]);

        Assert.Equivalent(MeasureAt("set"), MeasureAt("set.zip"), strict: true);
    }

    [Fact]
    public void Class_folders_are_classes_even_when_empty()
    {
        IReadOnlyList<DqClassStatistics> classes = Measure(
            Datasets.ClassFolders().File("Classes/Class B/b.png", Datasets.Image(9)).Folder("Classes/Class C"));

        Assert.Equal(["Class B", "Class A", "Class C"], classes.Select(counted => counted.Class));
        Assert.Equal([4, 3, 0], classes.Select(counted => counted.Images));
        Assert.All(classes, counted => Assert.Null(counted.Negative));
    }

    [Fact]
    public void Equal_counts_go_by_the_name()
    {
        IReadOnlyList<DqClassStatistics> classes = Measure(
            Datasets.ImageOnly().Text("label.csv", "image001,b,1\nimage002,B,1\nimage003,a,1\n"));
        Assert.Equal(["B", "a", "b", null], classes.Select(counted => counted.Class));
    }

    [Fact]
    public void Without_labels_all_images_are_one_row() =>
        Assert.Equal([(null, 6, 1d)], Measure(Datasets.ImageOnly()).Select(counted => (counted.Class, counted.Images, counted.Share)));

    [Fact]
    public void Labels_of_no_image_and_images_that_cannot_be_read_are_told_of()
    {
        Datasets.Classification().Text("label.csv", "image001,A,1\nnobody,A,1\nnobody,B,1\n").Text("image/image002.png", "no image")
            .WriteFolder(_folder["set"]);
        DatasetMeasurement<DqClassStatistics> measured = MeasureAll("set", readsHeaders: true);

        Assert.Equal(2, measured.UnplacedLabels);
        Assert.Equal(1, measured.UnreadImages);
        Assert.Equal([("A", 1), ("B", 0), (null, 5)], measured.Classes.Select(counted => (counted.Class, counted.Images)));
    }

    [Fact]
    public void Without_headers_the_sizes_are_unknown()
    {
        Datasets.Classification().WriteFolder(_folder["set"]);
        DqClassStatistics counted = MeasureAll("set", readsHeaders: false).Classes[0];

        Assert.Equal(3, counted.Images);
        Assert.Null(counted.MedianImageWidth);
    }

    [Fact]
    public void A_file_that_is_no_zip_is_said_to_be_none()
    {
        File.WriteAllText(_folder["set.zip"], "no zip");
        Assert.Equal("NotADataset", Assert.Throws<DatasetException>(() => MeasureAt("set.zip")).ErrorId);
    }

    private IReadOnlyList<DqClassStatistics> Measure(DatasetBuilder dataset)
    {
        dataset.WriteFolder(_folder["set"]);
        return MeasureAt("set");
    }

    private IReadOnlyList<DqClassStatistics> MeasureAt(string name) => MeasureAll(name, readsHeaders: true).Classes;

    private DatasetMeasurement<DqClassStatistics> MeasureAll(string name, bool readsHeaders) =>
        DatasetMeasurer.Measure(_folder[name], readsHeaders, threads: 2, progress: null, TestContext.Current.CancellationToken);
}
