using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Layout;

public class LayoutFileRuleTests
{
    private static byte[] Image => Datasets.Image(7);

    [Fact]
    public void DQ111_a_file_without_a_place()
    {
        RuleAssert.Issues(Datasets.ImageOnly().Text("readme.txt", "x"), "DQ111 readme.txt");
        RuleAssert.Issues(Datasets.ImageOnly().Text("image/notes.txt", "x"), "DQ111 image/notes.txt");
        RuleAssert.Issues(Datasets.ImageOnly().Text("image/notes/a.txt", "x"), "DQ111 image/notes/a.txt");
        RuleAssert.Issues(Datasets.ImageOnly().File("thumbnails/x.png", Image), "DQ111 thumbnails/x.png");
        RuleAssert.Issues(Datasets.ClassFolders().Text("Classes/Class A/a.json", "{}"), "DQ111 Classes/Class A/a.json");
    }

    [Fact]
    public void DQ111_files_beside_the_enclosing_folder()
    {
        DatasetBuilder dataset = Datasets.ImageOnly().Wrapped("chest").Text("label.csv", "x").Text("readme.txt", "x");
        RuleAssert.Issues(dataset, "DQ111 label.csv", "DQ111 readme.txt");
    }

    [Fact]
    public void DQ111_an_archive_in_a_folder_is_a_file_like_others_and_in_a_zip_DQ711()
    {
        DatasetBuilder dataset = Datasets.ImageOnly().Text("image/old.zip", "x");
        RuleAssert.IssuesOfFolder(dataset, ValidationOptions.Default, "DQ111 image/old.zip");
        RuleAssert.IssuesOfZip(dataset, ValidationOptions.Default, "DQ711 image/old.zip");
    }

    [Fact]
    public void DQ111_a_second_label_file() => RuleAssert.Issues(Datasets.Classification().Text("Labels.csv", "x"), "DQ111 Labels.csv");

    [Fact]
    public void DQ112_files_of_systems_each_and_their_folders_as_one()
    {
        DatasetBuilder dataset = Datasets.ImageOnly().Wrapped("chest")
            .Text("__MACOSX/chest/image/._a.png", "x").Text("__MACOSX/._chest", "x")
            .Text("chest/.DS_Store", "x").Text("chest/image/Thumbs.db", "x").Text("chest/image/._b.png", "x").Text("desktop.ini", "x")
            .Text("chest/image/@eaDir/c.png/SYNOPHOTO_THUMB.jpg", "x");
        RuleAssert.Issues(
            dataset,
            "DQ112 __MACOSX ×2",
            "DQ112 chest/.DS_Store",
            "DQ112 chest/image/._b.png",
            "DQ112 chest/image/@eaDir",
            "DQ112 chest/image/Thumbs.db",
            "DQ112 desktop.ini");
    }

    [Fact]
    public void DQ409_speaks_of_a_DICOMDIR_beside_the_images() =>
        RuleAssert.Issues(Datasets.ImageOnly().Text("DICOMDIR", "x"), "DQ409 DICOMDIR");
}
