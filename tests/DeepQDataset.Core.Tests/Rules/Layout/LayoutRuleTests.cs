using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Layout;

public class LayoutRuleTests
{
    public static TheoryData<string, DatasetBuilder> Layouts => new()
    {
        { "image only", Datasets.ImageOnly() },
        { "classification", Datasets.Classification() },
        { "detection", Datasets.Detection() },
        { "class folders", Datasets.ClassFolders() },
        { "studies", Datasets.Studies() },
        { "LabelMe", Datasets.LabelMe() },
    };

    private static byte[] Image => Datasets.Image(7);

    [Theory]
    [MemberData(nameof(Layouts), DisableDiscoveryEnumeration = true)]
    public void Each_layout_passes_at_the_root_and_in_one_enclosing_folder(string layout, DatasetBuilder dataset)
    {
        Assert.NotEmpty(layout);
        RuleAssert.Issues(dataset);
        RuleAssert.Issues(dataset.Wrapped("chest x-rays"));
    }

    [Fact]
    public void DQ101_no_layout_is_all_that_is_said()
    {
        RuleAssert.Issues(
            new DatasetBuilder().File("a b.png", Image).File("B.png", Image).Text(".DS_Store", "x").Text("notes.txt", "x"), "DQ101 -");
        RuleAssert.Issues(new DatasetBuilder().File("pictures/a.png", Image), "DQ101 -");
        RuleAssert.Issues(new DatasetBuilder().Folder("empty"), "DQ101 -");
    }

    [Fact]
    public void DQ101_names_datasets_side_by_side()
    {
        using TempFolder folder = new();
        DatasetBuilder both = new();
        both.File("chest/image/a.png", Image).File("lung/image/b.png", Image);
        DqIssue issue = RuleAssert.Check(both.WriteFolder(folder["dataset"]), ValidationOptions.Default, "DQ101 -").Issues[0];
        Assert.Contains("'chest', 'lung'", issue.Message, StringComparison.Ordinal);
        Assert.Contains($"each folder in '{folder["dataset"]}'", issue.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void DQ101_names_a_folder_of_zips()
    {
        using TempFolder folder = new();
        string incoming = folder["it's [new]/dataset"];
        Directory.CreateDirectory(incoming);
        Datasets.ImageOnly().WriteZip(Path.Combine(incoming, "a.zip"));
        DqIssue issue = RuleAssert.Check(incoming, ValidationOptions.Default, "DQ101 -").Issues[0];
        Assert.Contains("1 zip", issue.Message, StringComparison.Ordinal);
        Assert.EndsWith($"each zip in '{incoming}'", issue.Suggestion, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Image", "image")]
    [InlineData("images", "image")]
    [InlineData("IMAGE", "image")]
    [InlineData("classes", "Classes")]
    [InlineData("Class", "Classes")]
    public void DQ102_a_near_miss_is_named_with_its_right_spelling(string name, string right)
    {
        DatasetBuilder dataset = new();
        DatasetBuilder source = right == "image" ? Datasets.Classification() : Datasets.ClassFolders();
        foreach ((string path, byte[]? content) in source.Entries)
        {
            dataset.File(path.Replace(right + "/", name + "/", StringComparison.Ordinal), content!);
        }

        RuleAssert.Issues(dataset, $"DQ102 {name}");
        RuleAssert.Issues(dataset.Wrapped("chest"), $"DQ102 chest/{name}");
        using TempFolder folder = new();
        DqIssue issue = DatasetValidator
            .Validate(dataset.WriteFolder(folder["d"]), cancellation: TestContext.Current.CancellationToken)
            .Issues[0];
        Assert.Equal($"Rename '{name}' to '{right}'.", issue.Suggestion);
    }

    [Theory]
    [InlineData("Label.csv")]
    [InlineData("labels.csv")]
    [InlineData("label.CSV")]
    [InlineData("label.csv.txt")]
    [InlineData("image/label.csv")]
    [InlineData("image/Labels.csv")]
    public void DQ103_a_label_file_of_another_name_or_place_is_read_all_the_same(string path)
    {
        byte[] labels = Datasets.Classification().Entries["label.csv"]!;
        RuleAssert.Issues(Datasets.ImageOnly().File(path, labels), $"DQ103 {path}");
    }

    [Fact]
    public void DQ104_two_enclosing_folders_are_one_too_many() =>
        RuleAssert.Issues(Datasets.Classification().Wrapped("b").Wrapped("a"), "DQ104 a/b");

    [Fact]
    public void DQ105_image_beside_Classes()
    {
        RuleAssert.Issues(Datasets.ClassFolders().File("image/x.png", Image), "DQ105 image");
        RuleAssert.Issues(Datasets.ImageOnly().File("Classes/A/x.png", Image), "DQ105 Classes");
    }

    [Fact]
    public void DQ105_Classes_beside_label_csv() =>
        RuleAssert.Issues(Datasets.ClassFolders().Text("label.csv", "no,such,thing\n"), "DQ105 label.csv");

    [Fact]
    public void DQ105_flat_images_beside_studies()
    {
        RuleAssert.Issues(Datasets.ImageOnly().File("image/S/any/x.png", Image), "DQ105 image");
        RuleAssert.Issues(new DatasetBuilder().File("image/S/Series1/x.png", Image).File("image/y.png", Datasets.Image(8)), "DQ105 image");
    }

    [Fact]
    public void DQ106_a_layout_without_images()
    {
        RuleAssert.Issues(new DatasetBuilder().Folder("image"), "DQ106 image");
        RuleAssert.Issues(new DatasetBuilder().Folder("Classes/A").Folder("Classes/B"), "DQ106 Classes");
        RuleAssert.Issues(new DatasetBuilder().Folder("chest/image/S/Series1"), "DQ106 chest/image");
    }

    [Fact]
    public void DQ113_DICOM_with_PNG() => RuleAssert.Issues(
        Datasets.ImageOnly().File("image/x.dcm", new DicomBuilder().Build()).File("image/y.dcm", new DicomBuilder().Build()),
        new ValidationOptions { IncludedRules = new HashSet<string>(StringComparer.Ordinal) { "DQ113" } },
        "DQ113 -");
}
