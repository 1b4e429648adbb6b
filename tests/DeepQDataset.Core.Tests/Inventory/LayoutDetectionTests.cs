using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Sources;
using Xunit;

namespace DeepQDataset.Core.Tests.Inventory;

public class LayoutDetectionTests
{
    [Theory]
    [InlineData(DqLayout.ImageOnly, "image/a.png")]
    [InlineData(DqLayout.Labelled, "image/a.png label.csv")]
    [InlineData(DqLayout.ClassFolders, "Classes/A/a.png Classes/B/b.png")]
    [InlineData(DqLayout.Studies, "image/Study1/Series1/a.png")]
    [InlineData(DqLayout.Studies, "image/Study1/Series1/a.png image/Study1/Series2/a.png label.csv")]
    [InlineData(DqLayout.LabelMe, "a.json a.png b.json b.jpg")]
    [InlineData(DqLayout.Unknown, "a.png b.png")]
    [InlineData(DqLayout.Unknown, "pictures/a.png")]
    [InlineData(DqLayout.Unknown, "")]
    public void Each_layout_is_found_at_the_root_and_in_an_enclosing_folder(DqLayout layout, string paths)
    {
        string[] files = paths.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        DatasetInventory root = InventoryAssert.Of(files);
        DatasetInventory wrapped = InventoryAssert.Of(files.Select(file => "chest/" + file).ToArray());
        DatasetInventory deep = InventoryAssert.Of(files.Select(file => "a/b/c/" + file).ToArray());

        Assert.Equal((layout, ""), (root.Layout, root.EnclosingFolder));
        Assert.Equal((layout, layout == DqLayout.Unknown ? "" : "chest"), (wrapped.Layout, wrapped.EnclosingFolder));
        Assert.Equal((layout, layout == DqLayout.Unknown ? "" : "a/b/c"), (deep.Layout, deep.EnclosingFolder));
        Assert.Equal(root.Images.Select(image => image.LabelName), wrapped.Images.Select(image => image.LabelName));
    }

    [Theory]
    [InlineData("Image/a.png")]
    [InlineData("images/a.png")]
    [InlineData("IMAGE/a.png")]
    [InlineData("Images/a.png")]
    public void A_near_miss_of_image_is_read_as_meant(string path)
    {
        DatasetInventory inventory = InventoryAssert.Of(path, "Labels.csv");
        Assert.Equal(DqLayout.Labelled, inventory.Layout);
        Assert.Equal("a.png", Assert.Single(inventory.Images).LabelName);
        Assert.Equal("Labels.csv", inventory.LabelFile?.Path);
    }

    [Theory]
    [InlineData("classes")]
    [InlineData("Class")]
    [InlineData("CLASSES")]
    public void A_near_miss_of_Classes_is_read_as_meant(string folder)
    {
        DatasetInventory inventory = InventoryAssert.Of($"{folder}/A/a.png");
        Assert.Equal(DqLayout.ClassFolders, inventory.Layout);
        Assert.Equal("A", Assert.Single(inventory.Images).Class);
    }

    [Theory]
    [InlineData("imagery/a.png")]
    [InlineData("image2/a.png")]
    [InlineData("my image/a.png")]
    [InlineData("Klassen/A/a.png")]
    public void Other_names_are_no_near_miss(string path) => Assert.Equal(DqLayout.Unknown, InventoryAssert.Of(path).Layout);

    [Fact]
    public void An_enclosing_folder_may_have_the_name_of_a_near_miss()
    {
        DatasetInventory inventory = InventoryAssert.Of("images/image/a.png", "images/label.csv");
        Assert.Equal((DqLayout.Labelled, "images"), (inventory.Layout, inventory.EnclosingFolder));
    }

    [Fact]
    public void System_files_are_no_enclosing_folder_and_no_sibling()
    {
        DatasetInventory inventory = InventoryAssert.Of(
            "__MACOSX/chest/image/._a.png", "__MACOSX/._chest", "chest/image/a.png", "chest/.DS_Store");
        Assert.Equal((DqLayout.ImageOnly, "chest"), (inventory.Layout, inventory.EnclosingFolder));
        Assert.Equal(
            ["__MACOSX/._chest", "__MACOSX/chest/image/._a.png", "chest/.DS_Store"], inventory.SystemFiles.Select(file => file.Path));
        Assert.Equal([new SystemFolder("__MACOSX", 2)], inventory.SystemFolders);
        Assert.Single(inventory.Images);
    }

    [Fact]
    public void Files_beside_the_enclosing_folder_are_stray()
    {
        DatasetInventory inventory = InventoryAssert.Of("chest/image/a.png", "readme.txt", "label.csv", "docs/figure.png");
        Assert.Equal("chest", inventory.EnclosingFolder);
        Assert.Equal(["docs/figure.png", "label.csv", "readme.txt"], inventory.StrayFiles.Select(file => file.Path));
        Assert.Null(inventory.LabelFile);
    }

    [Fact]
    public void Several_datasets_side_by_side_are_rivals()
    {
        DatasetInventory inventory = InventoryAssert.Of("b/image/a.png", "a/Classes/A/a.png");
        Assert.Equal(DqLayout.Unknown, inventory.Layout);
        Assert.Equal(["a", "b"], inventory.Search!.Rivals);
    }

    [Fact]
    public void The_rightly_spelled_one_wins_over_near_misses_beside_it()
    {
        DatasetInventory inventory = InventoryAssert.Of("chest/image/a.png", "docs/images/b.png");
        Assert.Equal((DqLayout.ImageOnly, "chest"), (inventory.Layout, inventory.EnclosingFolder));
    }

    [Fact]
    public void Json_beside_image_is_stray_and_no_LabelMe()
    {
        DatasetInventory inventory = InventoryAssert.Of("image/a.png", "a.json");
        Assert.Equal(DqLayout.ImageOnly, inventory.Layout);
        Assert.Equal("a.json", Assert.Single(inventory.StrayFiles).Path);
    }

    [Theory]
    [InlineData("""{"version":"5.0.1","flags":{},"shapes":[],"imageData":"…"}""", DqLayout.LabelMe)]
    [InlineData("""{"images":[],"annotations":[]}""", DqLayout.Unknown)]
    public void Json_alone_is_LabelMe_when_it_has_its_keys(string text, DqLayout layout)
    {
        using MemorySource source = new(
            SourceKind.Folder,
            [new("a.json", text.Length, isFolder: false, null)],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["a.json"] = text });
        Assert.Equal(layout, InventoryBuilder.Build(source, TestContext.Current.CancellationToken).Layout);
    }

    /// <summary>A folder of LabelMe's files may have any name: <c>images</c> is no misspelled <c>image</c> then.</summary>
    [Theory]
    [InlineData("images", "images/a.json images/a.png images/b.json", DqLayout.LabelMe)]
    [InlineData("outer/Images", "outer/Images/a.json outer/Images/a.png", DqLayout.LabelMe)]
    [InlineData("", "images/a.json images/a.png label.csv", DqLayout.Labelled)]
    [InlineData("", "images/a.json images/a.png images/b.png images/c.png", DqLayout.ImageOnly)]
    [InlineData("", "images/coco.json images/a.png", DqLayout.ImageOnly)]
    [InlineData("", "image/a.json image/a.png", DqLayout.ImageOnly)]
    [InlineData("images", "images/image/a.png images/a.json", DqLayout.ImageOnly)]
    public void A_near_miss_that_holds_LabelMe_files_encloses_them(string enclosing, string paths, DqLayout layout)
    {
        const string LabelMe = """{"version":"5.0.1","shapes":[],"imagePath":"a.png"}""";
        string[] names = paths.Split(' ');
        Dictionary<string, string> texts = names.ToDictionary(
            name => name,
            name => name.EndsWith("coco.json", StringComparison.Ordinal) ? "{}" : LabelMe,
            StringComparer.Ordinal);
        using MemorySource source = new(
            SourceKind.Zip,
            names.Order(StringComparer.Ordinal).Select(name => new SourceEntry(name, 9, isFolder: false, null)).ToArray(),
            texts);
        DatasetInventory inventory = InventoryBuilder.Build(source, TestContext.Current.CancellationToken);
        Assert.Equal((layout, enclosing), (inventory.Layout, inventory.EnclosingFolder));
    }

    [Fact]
    public void Without_a_layout_it_says_what_is_there()
    {
        DatasetInventory inventory = InventoryAssert.Of("a.zip", "b.ZIP", "old/c.zip", "old/x.png", "old/y.png");
        Assert.Equal(new LayoutSearch([], 2, 2, "old"), inventory.Search! with { Rivals = [] });
    }
}
