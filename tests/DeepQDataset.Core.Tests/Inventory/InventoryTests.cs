using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Sources;
using Xunit;

namespace DeepQDataset.Core.Tests.Inventory;

public class InventoryTests
{
    [Fact]
    public void Images_know_their_study_series_and_the_name_that_labels_use()
    {
        DatasetInventory inventory = InventoryAssert.Of(
            "image/S 1/Series1/a.png", "image/S 1/Series2/a.png", "image/S2/Series1/a.dcm", "label.csv");
        Assert.Equal(["S 1/Series1/a.png", "S 1/Series2/a.png", "S2/Series1/a.dcm"], inventory.Images.Select(image => image.LabelName));
        Assert.Equal(
            [("S 1", "Series1"), ("S 1", "Series2"), ("S2", "Series1")], inventory.Images.Select(image => (image.Study!, image.Series!)));
        Assert.Equal((2, 3), (inventory.StudyCount, inventory.SeriesCount));
    }

    [Fact]
    public void Class_folders_are_listed_without_an_image_too()
    {
        DatasetInventory inventory = InventoryAssert.Of("Classes/B/x.png", "Classes/A/", "Classes/loose.png", "Classes/B/deeper/y.png");
        Assert.Equal(["A", "B"], inventory.ClassFolders);
        Assert.Equal(["B", "B", null], inventory.Images.Select(image => image.Class));
        Assert.Equal(["y.png", "x.png", "loose.png"], inventory.Images.Select(image => image.LabelName));
    }

    [Theory]
    [InlineData("a.png", DqImageFormat.Png)]
    [InlineData("a.PNG", DqImageFormat.Png)]
    [InlineData("a.jpeg", DqImageFormat.Jpeg)]
    [InlineData("a.dcm", DqImageFormat.Dicom)]
    [InlineData("a.dicom", DqImageFormat.Dicom)]
    [InlineData("IM0001", DqImageFormat.Unknown)]
    [InlineData("1.2.840.10008.5", DqImageFormat.Unknown)]
    [InlineData("DICOMDIR", DqImageFormat.Unknown)]
    [InlineData("a.bmp", DqImageFormat.Unknown)]
    [InlineData("a.nii.gz", DqImageFormat.Unknown)]
    [InlineData("a.png ", DqImageFormat.Png)]
    public void A_file_in_image_is_an_image_by_its_extension_or_without_one(string name, DqImageFormat expected)
    {
        DatasetInventory inventory = InventoryAssert.Of("image/" + name);
        Assert.Equal(expected, Assert.Single(inventory.Images).ExpectedFormat);
        Assert.Empty(inventory.StrayFiles);
    }

    [Theory]
    [InlineData("image/notes.txt")]
    [InlineData("image/.gitkeep")]
    [InlineData("image/a.json")]
    [InlineData("image/scans.zip")]
    [InlineData("notes.txt")]
    [InlineData("thumbnail.png")]
    [InlineData("other/b.png")]
    public void A_file_without_a_place_is_stray(string path)
    {
        DatasetInventory inventory = InventoryAssert.Of("image/b.png", path);
        Assert.Equal(path, Assert.Single(inventory.StrayFiles).Path);
        Assert.Single(inventory.Images);
    }

    [Theory]
    [InlineData("label.csv", "label.csv Label.csv image/label.csv")]
    [InlineData("Label.csv", "Label.csv labels.csv label.csv.txt")]
    [InlineData("labels.csv", "labels.csv image/label.csv")]
    [InlineData("image/label.csv", "image/label.csv image/S1/label.csv")]
    [InlineData("image/LABEL.CSV.TXT", "image/LABEL.CSV.TXT")]
    public void One_label_file_is_chosen_and_the_others_are_stray(string chosen, string files)
    {
        string[] paths = files.Split(' ');
        DatasetInventory inventory = InventoryAssert.Of(["image/a.png", .. paths]);
        Assert.Equal(chosen, inventory.LabelFile?.Path);
        Assert.Equal(paths.Length - 1, inventory.StrayFiles.Count);
    }

    [Fact]
    public void A_label_file_beside_Classes_is_not_read()
    {
        DatasetInventory inventory = InventoryAssert.Of("Classes/A/a.png", "label.csv");
        Assert.Equal(DqLayout.ClassFolders, inventory.Layout);
        Assert.Null(inventory.LabelFile);
        Assert.Equal("label.csv", inventory.SurplusLabelFile?.Path);
    }

    [Theory]
    [InlineData(DqLayout.ImageOnly, "image/a.png image/b.png Classes/A/a.png")]
    [InlineData(DqLayout.ClassFolders, "image/a.png Classes/A/a.png Classes/B/b.png")]
    [InlineData(DqLayout.Labelled, "image/a.png label.csv Classes/A/a.png Classes/B/b.png")]
    [InlineData(DqLayout.ClassFolders, "image/ Classes/A/a.png")]
    [InlineData(DqLayout.Studies, "image/a.png image/S/Series1/b.png")]
    [InlineData(DqLayout.ImageOnly, "image/a.png image/b.png image/S/Series1/b.png")]
    public void Mixed_layouts_are_read_as_the_one_that_holds_most(DqLayout layout, string files) =>
        Assert.Equal(layout, InventoryAssert.Of(files.Split(' ')).Layout);

    [Fact]
    public void A_DICOMDIR_beside_image_is_neither_image_nor_stray()
    {
        DatasetInventory inventory = InventoryAssert.Of("image/IM1", "DICOMDIR");
        Assert.Equal("DICOMDIR", Assert.Single(inventory.DicomDirectories).Path);
        Assert.Empty(inventory.StrayFiles);
    }

    [Fact]
    public void A_path_that_a_zip_holds_twice_counts_once()
    {
        SourceEntry image = new("image/a.png", 1, isFolder: false, null);
        using MemorySource source = new(SourceKind.Zip, [image, image]);
        Assert.Single(InventoryBuilder.Build(source, TestContext.Current.CancellationToken).Images);
    }

    [Theory]
    [InlineData("Series1", true)]
    [InlineData("Series01", true)]
    [InlineData("Series999999999999", true)]
    [InlineData("Series0", false)]
    [InlineData("Series", false)]
    [InlineData("series1", false)]
    [InlineData("Series-1", false)]
    [InlineData("Series1a", false)]
    public void A_series_folder_is_Series_and_a_number(string name, bool isValid) => Assert.Equal(isValid, SeriesName.IsValid(name));

    [Theory]
    [InlineData("series1", "Series1")]
    [InlineData("Series_1", "Series1")]
    [InlineData("Series 12", "Series12")]
    [InlineData("SERIES-03", "Series03")]
    [InlineData("Series1", null)]
    [InlineData("Series0", null)]
    [InlineData("scan1", null)]
    [InlineData("Series one", null)]
    public void A_near_miss_of_a_series_name_is_mended(string name, string? nearest) => Assert.Equal(nearest, SeriesName.Nearest(name));

    [Fact]
    public void The_work_grows_with_the_number_of_files_not_with_its_square()
    {
        long small = CountComparisons(10_000);
        long large = CountComparisons(200_000);
        Assert.InRange(large, 1, small * 21);
    }

    /// <summary>How often an inventory of some size asks for an entry: each pass asks for each entry once.</summary>
    private static long CountComparisons(int count)
    {
        SourceEntry[] entries = new SourceEntry[count];
        for (int index = 0; index < count; index++)
        {
            entries[index] = new SourceEntry($"Classes/{index / 1000:0000}/{index:0000000}.png", 1, isFolder: false, null);
        }

        CountingList list = new(entries);
        using MemorySource source = new(SourceKind.Folder, list);
        Assert.Equal(count, InventoryBuilder.Build(source, TestContext.Current.CancellationToken).Images.Count);
        return list.Reads;
    }
}
