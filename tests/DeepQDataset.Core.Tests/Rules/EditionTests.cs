using DeepQDataset.Catalog;
using DeepQDataset.Masks;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules;

/// <summary>
/// Tests the severity of rules in editions 1.1, 2.3 and 3.0, as E, W, I or – for none. Each rule that differs has a dataset that violates
/// it and one just inside its bound.
/// </summary>
public sealed class EditionTests
{
    private const int Width = 32;
    private const int Height = 20;
    private static readonly string Mask = MaskText.Encode(new byte[Width * Height / 8]);

    public static TheoryData<string, string, string> LabelFiles => new()
    {
        // Two columns: single-label in 3.0.
        { "DQ506", "1,A|2,A|3,A|4,B|5,B|6,B", "EE–" },
        { "DQ528", "1,A|2,A|3,A|4,B|5,B|6,B|6,A", "––E" },
        { "DQ528", "1,A|2,A|3,A|4,B|5,B|6,B|6,B", "––E" },
        { "DQ528", "1,A|2,A|3,A|4,B|5,B|6,B", "–––" },
        { "DQ528", "1,A,1|1,A,1|2,A,1|3,A,1", "–––" },
        { "DQ517", "1,A|2,A|3,A|3,A|4,B", "WW–" },
        { "DQ517", "1,A,1|1,A,1|2,A,1|3,A,1", "WWE" },
        { "DQ517", "1,A,1,1,5,5|1,A,1,1,5,5", "WWW" },
        { "DQ602", "1,A|2,A|3,A", "WWE" },
        { "DQ602", "1,A,1|2,A,1|3,A,1", "WWW" },
        { "DQ602", "1,A|2,A|3,B", "–––" },
        { "DQ601", "1,A,1|2,A,1", "EEW" },
        { "DQ601", "1,A,1|2,A,1|3,A,1", "–––" },

        // Names.
        { "DQ530", "image1,A,1|2,A,1", "––E" },
        { "DQ530", "1,A,1|2,A,1", "–––" },
        { "DQ509", "1,001,1|2,001,1", "EE–" },
        { "DQ509", "1,\"001\",1|2,\"001\",1", "–––" },
        { "DQ529", "1,NA,1|2,NA,1", "WWE" },
        { "DQ529", "1,\"NA\",1|2,\"null\",1", "WWE" },
        { "DQ529", "1,NAN,1|2,Na,1", "–––" },
        { "DQ529", "1,negative,1,1,5,5", "––W" },
        { "DQ529", "1,negative,,,,", "–––" },
        { "DQ507", "1,negative,,,,", "EE–" },
        { "DQ507", "1,nothing to label,,,,", "–––" },
        { "DQ507", "1,A,,,,", "EEE" },
        { "DQ522", " image1.png,A,1", "WWE" },
        { "DQ522", "1, A,1", "WWE" },
        { "DQ522", "1,A, 1", "WWW" },
        { "DQ522", "1, A,1,1,5,5", "WWW" },
        { "DQ522", "1, A|2,B", "WWW" },

        // Complete sets of classes.
        { "DQ518", "1,A,1|1,B,0|2,A,1|2,B,0|3,A,1", "WWE" },
        { "DQ518", "1,A,1|2,A,1|3,A,1|3,B,0", "WWE" },
        { "DQ518", "1,A,1|1,B,0|2,A,1", "WWE" },
        { "DQ518", "1,A,1|1,B,0|2,A,1|2,B,0", "–––" },
        { "DQ520", "1,A,1|2,A,1|3,A,1|4,A,1|5,A,1", "IIW" },
        { "DQ520", "1,A,1|2,A,1|3,A,1|4,A,1|5,A,1|6,A,0", "–––" },

        // Boxes.
        { "DQ515", "1,A,20,10,12.4,5", "––E" },
        { "DQ515", "1,A,20,10,12.6,5", "WWE" },
        { "DQ515", "1,A,20,10,12,10", "–––" },
        { "DQ515", "1,A,-0.0000001,10,12,10", "––E" },
        { "DQ512", "1,A,40,10,12,10", "EEE" },

        // Negatives.
        { "DQ531", "image1.png|2,A,1,1,5,5", "EEE" },
        { "DQ531", "2,A,1,1,5,5|image1.png", "EEW" },
        { "DQ531", "2,A|3,B|image1.png", "EEE" },
        { "DQ531", "2,A,1|image1.png", "EEW" },
        { "DQ505", "2,A,1|image1.png", "–––" },
        { "DQ505", "image1.png|image2.png", "EEE" },
        { "DQ516", "1,A,1,1,5,5|1,nothing to label,,,,", "WWE" },
        { "DQ516", "1,A,1,1,5,5|2,nothing to label,,,,", "–––" },
        { "DQ516", "1,nothing to label,1|2,A,1", "WWE" },
        { "DQ516", "1,A,1|1,A,0", "EEE" },
        { "DQ510", "1,nothing to label,x,y,z,-1|2,A,1,1,5,5", "–––" },

        // Masks.
        { "DQ534", "1,A,32,20,M|2,A,32,20,M", "EEI" },
        { "DQ534", "1,A,1|2,A,1", "–––" },
        { "DQ532", "1,A,32,20,M|2,A,32,20,eA==", "––E" },
        { "DQ532", "1,A,32,20,M|2,A,32,20,!!!!", "––E" },
        { "DQ532", "1,A,32,20,M|2,A,64,20,M", "––E" },
        { "DQ532", "1,A,32,20,M|2,A,32,20,", "–––" },
        { "DQ533", "1,A,32,20,M|2,A,20,32,M", "––E" },
        { "DQ533", "1,A,32,20,M|2,A,32,20,M", "–––" },
        { "DQ517", "1,A,32,20,M|2,A,32,20,M|2,A,32,20,M", "––E" },
        { "DQ518", "1,A,32,20,M|1,B,32,20,M|2,A,32,20,M|2,B,32,20,M|3,A,32,20,M", "––E" },
    };

    [Theory]
    [MemberData(nameof(LabelFiles))]
    public void Each_edition_judges_a_label_file_by_its_own_severity(string rule, string rows, string severities) => Expect(
        rule, Labelled(rows), severities);

    public static TheoryData<string, string, string> Layouts => new()
    {
        { "DQ101", "a.png", "EE–" },
        { "DQ101", "notes.txt", "EEE" },
        { "DQ102", "Image/a.png", "EEI" },
        { "DQ102", "Image/a.png label.csv", "EEE" },
        { "DQ102", "classes/A/a.png classes/A/b.png classes/A/c.png", "EEE" },
        { "DQ103", "image/a.png labels.csv", "EEE" },
        { "DQ104", "x/y/image/a.png", "EE–" },
        { "DQ104", "x/y/image/a.png x/y/label.csv", "EEE" },
        { "DQ104", "x/image/a.png x/label.csv", "–––" },
        { "DQ105", "image/a.png Classes/A/b.png", "EE–" },
        { "DQ105", "Classes/A/b.png label.csv", "EEE" },
        { "DQ107", "image/x/a.png", "EW–" },
        { "DQ107", "Classes/A/x/a.png Classes/A/b.png", "EWE" },
        { "DQ108", "image/Study/Serie/a.png image/Study/Series1/b.png", "E––" },
        { "DQ110", "Classes/A/a.png Classes/B/", "WWI" },
        { "DQ111", "image/a.png other/b.png", "WW–" },
        { "DQ111", "image/a.png notes.txt", "WWW" },
        { "DQ112", "image/a.png .ipynb_checkpoints/x.png", "WWW" },
        { "DQ112", "image/a.png .git/config", "WWW" },
        { "DQ112", "image/a.png ~$label.csv", "WWW" },
        { "DQ112", "image/a.png .Trash-1000/files/x.png", "WWW" },
        { "DQ112", "image/a.png .gitignore", "–––" },
        { "DQ201", "a/x.png b/x.png", "––E" },
        { "DQ113", "image/a.png image/b.dcm", "WEE" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Each_edition_judges_a_layout_by_its_own_severity(string rule, string paths, string severities)
    {
        DatasetBuilder dataset = new();
        int seed = 0;
        foreach (string path in paths.Split(' '))
        {
            _ = path.EndsWith('/') ? dataset.Folder(path.TrimEnd('/'))
                : path.EndsWith("label.csv", StringComparison.Ordinal) || path.EndsWith("labels.csv", StringComparison.Ordinal)
                ? dataset.Text(path, "a.png,A,1\n")
                : path.EndsWith(".png", StringComparison.Ordinal) ? dataset.File(path, Image(seed++))
                : path.EndsWith(".dcm", StringComparison.Ordinal) ? dataset.File(path, new DicomBuilder().Build())
                : dataset.Text(path, "x");
        }

        Expect(rule, dataset, severities);
    }

    [Fact]
    public void A_dataset_of_images_anywhere_is_free_in_3_0_and_its_names_start_at_the_root()
    {
        using TempFolder folder = new();
        DatasetBuilder dataset = new DatasetBuilder().File("a/x.png", Image(1)).File("b/y.png", Image(2)).File("z.png", Image(3))
            .Text("label.csv", "a/x.png,A\nb/y.png,A\nz.png,B\n");
        DqTestResult result = Validate(dataset.WriteZip(folder["free.zip"]), DqPlatform.Edition30);
        Assert.Equal((DqLayout.Free, 3, "3.0"), (result.Layout, (int)result.Images, result.AcceptedBy));
        Assert.True(result.Passed, string.Join('\n', result.Issues));
        Assert.Equal(
            (DqLayout.Unknown, 0),
            (Validate(folder["free.zip"], DqPlatform.Edition11).Layout, (int)Validate(folder["free.zip"], DqPlatform.Edition23).Images));
    }

    [Fact]
    public void An_entry_that_its_group_may_not_read_is_told_of_in_3_0()
    {
        using TempFolder folder = new();
        byte[] image = Image(1);
        foreach ((int mode, string severities) in new[] { (0x8180, "––W"), (0x81A0, "–––"), (0, "–––") })
        {
            string path = folder[$"m{mode}.zip"];
            new ZipBuilder().File("image/a.png", image, entry => entry.UnixMode((ushort)mode)).Write(path);
            Assert.Equal(severities, Severities("DQ717", path));
        }
    }

    [Fact]
    public void A_zip_over_the_bound_is_too_large_for_3_0()
    {
        using TempFolder folder = new();
        string path = Labelled("1,A,1").WriteZip(folder["dataset.zip"]);
        long length = new FileInfo(path).Length;
        Assert.Equal("––E", Severities("DQ718", path, new ValidationOptions { MaximumArchiveBytes = length - 1 }));
        Assert.Equal("–––", Severities("DQ718", path, new ValidationOptions { MaximumArchiveBytes = length }));
    }

    [Fact]
    public void Slices_that_differ_in_view_are_two_in_3_0()
    {
        using TempFolder folder = new();
        string[] severities =
        [
            .. new[] { ("PA", "LL"), ("PA", "PA") }.Select(
                (views, index) =>
                {
                    DatasetBuilder dataset = new DatasetBuilder()
                        .File("image/a.dcm", Slice(1, views.Item1))
                        .File("image/b.dcm", Slice(2, views.Item2));
                    return Severities("DQ402", dataset.WriteFolder(folder[$"d{index}"]));
                }),
        ];
        Assert.Equal(["EE–", "EEE"], severities);

        static byte[] Slice(int seed, string view) =>
            new DicomBuilder { Seed = seed, InstanceNumber = 1, Elements = [DicomElement.Text(0x00185101, "CS", view)] }.Build();
    }

    [Fact]
    public void The_table_of_editions_names_rules_that_there_are() =>
        Assert.All(RuleCatalog.All, rule =>
            Assert.True(rule.Edition11 is not null || rule.Edition23 is not null || rule.Edition30 is not null, rule.Id));

    private static DatasetBuilder Labelled(string rows)
    {
        DatasetBuilder dataset = new();
        for (int number = 1; number <= 6; number++)
        {
            dataset.File($"image/image{number}.png", Image(number));
        }

        IEnumerable<string> lines = rows.Replace(",M", "," + Mask, StringComparison.Ordinal).Split('|')
            .Select(row => char.IsAsciiDigit(row[0]) ? $"image{row[0]}.png{row[1..]}" : row);
        return dataset.Text("label.csv", string.Join('\n', lines) + "\n");
    }

    private static byte[] Image(int seed) => new PngBuilder { Width = Width, Height = Height, Seed = seed }.Build();

    private static void Expect(string rule, DatasetBuilder dataset, string severities)
    {
        using TempFolder folder = new();
        Assert.Equal(severities, Severities(rule, dataset.WriteFolder(folder["folder"])));
        Assert.Equal(severities, Severities(rule, dataset.WriteZip(folder["dataset.zip"])));
    }

    private static string Severities(string rule, string path, ValidationOptions? options = null) =>
        string.Concat(
            Enum.GetValues<DqPlatform>()
                .Select(platform =>
                {
                    DqTestResult result = Validate(path, platform, options);
                    bool accepts = result.AcceptedBy.Contains(result.Platform, StringComparison.Ordinal);
                    Assert.Equal(result.Errors == 0, accepts);
                    return result
                        .Issues.Where(issue => issue.RuleId == rule)
                        .Select(issue => issue.Severity.ToString()[..1])
                        .Distinct()
                        .SingleOrDefault("–");
                }));

    private static DqTestResult Validate(string path, DqPlatform platform, ValidationOptions? options = null) => DatasetValidator.Validate(
        path, (options ?? ValidationOptions.Default) with { Platform = platform }, cancellation: TestContext.Current.CancellationToken);
}
