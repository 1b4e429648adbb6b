using System.Text;
using DeepQDataset.Catalog;
using DeepQDataset.Repair;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Repair;

/// <summary>Tests that a repair does not change what is right, guess what is meant, or lose what it cannot repair.</summary>
public sealed class RepairDecisionTests : RepairTestBase
{
    public static TheoryData<string, DatasetBuilder> Good =>
        new()
        {
            { "images", Datasets.ImageOnly() },
            { "wrapped", Datasets.Classification().Wrapped("chest x-rays") },
            { "boxes", Datasets.Detection() },
            { "classes", Datasets.ClassFolders() },
            { "studies", Datasets.Studies() },
            {
                "CRLF and quotes",
                Datasets
                    .ImageOnly()
                    .Text(
                        "label.csv",
                        OneHot.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("Class A", "\"Class A\"", StringComparison.Ordinal))
            },
        };

    private static byte[] Image => Datasets.Image(7);

    private static string OneHot => Encoding.UTF8.GetString(Datasets.Classification().Entries["label.csv"]!);

    /// <summary>Gets the same with full names, as in a rewritten label.csv.</summary>
    private static string InFull => Enumerable.Range(1, 9).Aggregate(
        OneHot, static (text, number) => text.Replace($"image00{number},", $"image00{number}.png,", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Good), DisableDiscoveryEnumeration = true)]
    public void What_is_right_stays_byte_for_byte(string name, DatasetBuilder dataset)
    {
        Assert.NotEmpty(name);
        dataset.WriteFolder(Folder["in"]);
        dataset.WriteZip(Folder["in.zip"]);
        foreach ((string source, string destination) in new[] { ("in", "a"), ("in", "b.zip"), ("in.zip", "c"), ("in.zip", "d.zip") })
        {
            (string[] repairs, string[] remaining) = Mend(source, destination);
            Assert.Empty(repairs);
            Assert.Empty(remaining);
            Assert.Equal(Entries(Folder["in"]), Entries(Folder[destination]));
            Assert.Equal("Path,NewPath\n", Text(destination + ".map.csv"));
        }
    }

    [Fact]
    public void A_label_that_several_images_share_comes_to_mean_none_of_them()
    {
        new DatasetBuilder().File("image/x/a.png", Image).File("image/y/a.png", Datasets.Image(8)).File("image/y/b.png", Datasets.Image(9))
            .Text("label.csv", "a.png,A,1\ny/a.png,A,1\nb,A,1\n").WriteFolder(Folder["in"]);
        (string[] repairs, string[] remaining) = Mend("in", "out");
        Assert.Equal(["image/a_2.png", "image/a_3.png", "image/b.png", "label.csv"], Paths("out"));
        Assert.Equal("a.png,A,1\na_3.png,A,1\nb.png,A,1\n", Text("out/label.csv"));
        Assert.Contains("DQ201 image/x/a.png -> image/a_2.png", repairs);
        Assert.Contains("DQ513", remaining);
    }

    [Fact]
    public void Images_that_an_ambiguous_label_fits_keep_their_names()
    {
        Datasets
            .Classification()
            .File("image/image001.jpg", new JpegBuilder().Build())
            .File("image/image001.jpeg", new JpegBuilder { Seed = 5 }.Build())
            .WriteFolder(Folder["in"]);
        (string[] repairs, string[] remaining) = Mend("in", "out");
        Assert.Empty(repairs);
        Assert.Equal(["DQ308", "DQ514", "DQ514"], remaining.Where(id => id is "DQ514" or "DQ308"));
    }

    [Fact]
    public void A_new_name_is_none_that_a_lost_label_has()
    {
        Datasets.Classification().File("image/left_lung.png", Image).File("image/left lung.png", Datasets.Image(8))
            .Text("label.csv", OneHot + "left_lung_2,Class A,1\nleft_lung_2,Class B,0\n").WriteFolder(Folder["in"]);
        Mend("in", "out");
        Assert.Contains("image/left_lung_3.png", Paths("out"));
    }

    [Fact]
    public void Only_the_rules_asked_for_are_mended()
    {
        Datasets.Classification().File("image/left lung.png", Image).File("image/x.jpeg", new JpegBuilder().Build()).Text("notes.txt", "x")
            .Text("label.csv", "\uFEFF" + OneHot + "left lung,Class A,1\n").WriteFolder(Folder["in"]);
        RepairOptions options = new() { IncludedRules = new HashSet<string> { "DQ308" } };
        Assert.Equal(["DQ308 image/x.jpeg -> image/x.jpg"], Mend("in", "one", options).Repairs);
        Assert.Equal(Entries(Folder["in"])["label.csv"], Entries(Folder["one"])["label.csv"]);
        Assert.Contains("notes.txt", Paths("one"));

        // A label.csv that must be rewritten is written in the right form.
        options = new() { IncludedRules = new HashSet<string> { "DQ204" } };
        Assert.Equal(
            ["DQ204 image/left lung.png -> image/left_lung.png", "DQ502 label.csv:1 -> label.csv"], Mend("in", "two", options).Repairs);
        Assert.Equal(InFull + "left_lung.png,Class A,1\n", Text("two/label.csv"));
    }

    [Fact]
    public void Lines_that_cannot_be_mended_stay_to_be_seen_under_the_new_names()
    {
        Datasets.Classification().File("image/a b.png", Image).Text(
            "label.csv",
            "image,class,value\n" + OneHot + "a b,Class A,yes\na b,Class B\na b,\"Class B,0\na b,,0\n").WriteFolder(Folder["in"]);
        (_, string[] remaining) = Mend("in", "out");
        Assert.Equal(InFull + "a_b.png,Class A,yes\na_b.png,Class B\na_b.png,\"Class B,0\na_b.png,,0\n", Text("out/label.csv"));
        Assert.Equal(["DQ505", "DQ507", "DQ508", "DQ523"], remaining);
    }

    [Fact]
    public void A_box_on_an_image_that_EXIF_turns_is_left_alone_and_so_is_the_image()
    {
        DatasetBuilder dataset = new();
        for (int number = 1; number <= 3; number++)
        {
            dataset.File(
                $"image/a{number}.jpg",
                new JpegBuilder
                {
                    Width = 100,
                    Height = 50,
                    Orientation = number == 1 ? 6 : 1,
                    Seed = number,
                }.Build());
        }

        dataset.Text("label.csv", "a1,x,-5,-5,90,90\na2,x,1,1,5,5\na3,x,1,1,5,5\n").WriteFolder(Folder["in"]);
        (string[] repairs, string[] remaining) = Mend("in", "out");
        Assert.Empty(repairs);
        Assert.Equal(["DQ310", "DQ515"], remaining);
    }

    [Fact]
    public void Corners_are_turned_only_when_asked_and_then_all_of_them()
    {
        DatasetBuilder dataset = new();
        for (int number = 1; number <= 4; number++)
        {
            dataset.File($"image/a{number}.png", new PngBuilder { Width = 100, Height = 50, Seed = number }.Build());
        }

        dataset.Text("label.csv", "a1,x,60,20,90,40\na2,x,50,30,70,40\na3,x,10,10,20,20\na4,x,60,20,90.5,40\n").WriteFolder(Folder["in"]);
        Assert.Empty(Mend("in", "out").Repairs);
        Mend("in", "asked", new RepairOptions { CornerBoxes = true });
        Assert.Equal("a1.png,x,60,20,30,20\na2.png,x,50,30,20,10\na3.png,x,10,10,10,10\na4.png,x,60,20,30.5,20\n", Text("asked/label.csv"));
    }

    [Fact]
    public void Copies_of_a_DICOM_file_whose_labels_contradict_each_other_both_stay()
    {
        byte[] copy = new DicomBuilder { Seed = 1 }.Build();
        new DatasetBuilder().File("image/a.dcm", copy).File("image/b.dcm", copy).File("image/c.dcm", copy)
            .Text("label.csv", "a,A,1\na,B,0\nb,A,0\nb,B,1\nc,A,1\nc,B,0\n").WriteFolder(Folder["in"]);
        (string[] repairs, string[] remaining) = Mend("in", "out");
        Assert.Equal(["DQ401 image/c.dcm -> -"], repairs.Where(repair => repair.StartsWith("DQ401", StringComparison.Ordinal)));
        Assert.Equal("a.dcm,A,1\na.dcm,B,0\nb.dcm,A,0\nb.dcm,B,1\n", Text("out/label.csv"));
        Assert.Contains("DQ401", remaining);

        new DatasetBuilder().File("Classes/A/a.dcm", copy).File("Classes/B/b.dcm", copy).WriteFolder(Folder["classes"]);
        Assert.Empty(Mend("classes", "out2").Repairs);
    }

    [Fact]
    public void Different_files_of_one_instance_both_stay()
    {
        new DatasetBuilder().File("image/a.dcm", new DicomBuilder { Seed = 1, SopInstanceUid = "1.2.3" }.Build())
            .File("image/b.dcm", new DicomBuilder { Seed = 2, SopInstanceUid = "1.2.3" }.Build()).WriteFolder(Folder["in"]);
        (string[] repairs, string[] remaining) = Mend("in", "out");
        Assert.Empty(repairs);
        Assert.Contains("DQ401", remaining);
    }

    [Fact]
    public void Classes_that_come_to_have_one_name_are_one_class_and_studies_stay_apart()
    {
        new ZipBuilder().Dataset(Datasets.ClassFolders().File("Classes/Class A./x.png", Image)).Write(Folder["in.zip"]);
        Mend("in.zip", "out");
        Assert.Contains("Classes/Class A/x.png", Paths("out"));

        new ZipBuilder()
            .Dataset(new DatasetBuilder().File("image/S/Series1/a.png", Image).File("image/S./Series1/a.png", Datasets.Image(8)))
            .Write(Folder["s.zip"]);
        Mend("s.zip", "out2");
        Assert.Equal(["image/S/Series1/a.png", "image/S_2/Series1/a.png"], Paths("out2"));
    }

    [Fact]
    public void Of_a_LabelMe_file_nothing_changes_but_the_image_s_path()
    {
        string json = Datasets
            .LabelMeFile(1, Datasets.Image(9), "C:\\\\data\\\\left lung.png")
            .Shape("l\u00E9sion", "rectangle", 1, 2, 3, 4)
            .Build();
        Datasets
            .LabelMe()
            .Remove("image001.json")
            .Remove("image001.png")
            .File("left lung.png", Datasets.Image(1))
            .Text("left lung.json", json)
            .WriteFolder(Folder["in"]);
        Assert.Equal(
            ["DQ204 left lung.png -> left_lung.png", "DQ804 left lung.json:8 -> left_lung.json"], Mend("in", "out").Repairs);
        Assert.Equal(json.Replace("C:\\\\data\\\\left lung.png", "left_lung.png", StringComparison.Ordinal), Text("out/left_lung.json"));
    }

    [Fact]
    public void No_image_comes_to_have_the_name_of_one_that_is_embedded()
    {
        Datasets.LabelMe().File("a b.png", Image).Text("a b.json", Datasets.LabelMeFile(1, imagePath: "a b.png").Build())
            .Text("x.json", Datasets.LabelMeFile(1, Datasets.Image(8), "a_b.png").Build()).WriteFolder(Folder["in"]);
        Mend("in", "out");
        Assert.Contains("a_b_2.png", Paths("out"));
        Assert.Contains("\"a_b_2.png\"", Text("out/a_b_2.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_change_is_of_a_rule_that_says_it_can_be_mended()
    {
        BrokenSample.Build().WriteFolder(Folder["in"]);
        using RepairPlan plan = Plan("in", "out");
        Assert.NotEmpty(plan.Repairs);
        Assert.All(plan.Repairs, repair => Assert.True(RuleCatalog.TryFind(repair.RuleId, out DqRule? rule) && rule.Repairable));
    }
}
