using System.Globalization;
using System.Text;
using DeepQDataset.Repair;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Repair;

/// <summary>
/// Tests combinations of faults: a second repair finds nothing to do, images are the same, and labels still refer to the same content.
/// </summary>
public sealed class RepairPropertyTests : RepairTestBase
{
    private static readonly string[] Names =
    [
        "a",
        "b",
        "left lung",
        "left_lung",
        "left  lung",
        "A",
        "scan.v2",
        "x:y",
        "x*y",
        "CON",
        "e\u0301",
        "\u00E9",
        "n\u200Bn",
        "nn",
        "1.2.840.1",
        "c_2",
        "c",
        "C",
    ];

    private static readonly string[] Extensions = [".png", ".png", ".png", ".PNG", ".jpg", ".jpeg", "", ".dcm", ".gif", ".png "];
    private static readonly string[] Folders =
    [
        "",
        "",
        "",
        "",
        "more/",
        "Study1/Series1/",
        "Study1/series1/",
        "Study1/axial/",
        "study1/Series1/",
        "Study1/Series1/deep/",
        "Patient/Study1/Series1/",
        "Study1/",
        "Study 2./Series_2/",
    ];

    [Fact]
    public void The_broken_sample_is_mended_once()
    {
        BrokenSample.Build().WriteFolder(Folder["in"]);
        Mend("in", "out.zip");
        using RepairPlan again = Plan("out.zip", "again.zip");
        Assert.Empty(again.Repairs);
        Assert.Empty(again.Map);
    }

    [Fact]
    public void All_cases_at_once_are_mended_once()
    {
        foreach (RepairCase known in RepairCases.All.Where(known => known.IsZipOnly || known.Name.Length % 3 == 0))
        {
            known.Write(Folder["in.zip"]);
            RepairOptions options = new() { CornerBoxes = true, Overwrite = true };
            Mend("in.zip", "out", options);
            Mend("out", "out.zip", options);
            using RepairPlan again = Plan("out.zip", "again", options);
            Assert.True(again.Repairs.Count == 0, $"{known}: {string.Join('\n', again.Repairs)}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void Datasets_wrong_in_many_ways_at_once_are_mended_once_and_say_the_same(int seed) => AssertMended(seed, datasets: 120);

    [Theory(Explicit = true)]
    [Trait("Category", "Long")]
    [InlineData(1001)]
    [InlineData(1002)]
    [InlineData(1003)]
    [InlineData(1004)]
    public void Many_more_datasets_are_mended_once_and_say_the_same(int seed) => AssertMended(seed, datasets: 2500);

    private void AssertMended(int seed, int datasets)
    {
        Random random = new(seed);
        for (int count = 0; count < datasets; count++)
        {
            ZipBuilder zip = new ZipBuilder().Dataset(Make(random));
            zip.Write(Folder["in.zip"]);
            RepairOptions options = new() { Overwrite = true, ThrottleLimit = 1 };
            string what = $"seed {seed}, dataset {count}";
            Mend("in.zip", "out.zip", options);
            AssertSame(what);
            using RepairPlan again = Plan("out.zip", "again.zip", options);
            Assert.True(again.Repairs.Count == 0, $"{what}: {string.Join('\n', again.Repairs)}");
            Assert.Empty(again.Map);
        }
    }

    /// <summary>No image is lost, and each label that spoke of one image speaks of the same content.</summary>
    private void AssertSame(string what)
    {
        HashSet<string> carried = Entries(Folder["out.zip"]).Values.ToHashSet(StringComparer.Ordinal);
        string[] gone = Entries(Folder["in.zip"])
            .Where(entry => !carried.Contains(entry.Value) && !IsOther(entry.Key))
            .Select(entry => entry.Key)
            .ToArray();
        Assert.True(gone.Length == 0, $"{what} lost {string.Join(", ", gone)}:\n{Listing()}");

        SortedSet<string> after = Meaning(Folder["out.zip"]);
        string[] lost = Meaning(Folder["in.zip"]).Where(said => !after.Contains(said)).ToArray();
        string[] invented = after
            .Except(Meaning(Folder["in.zip"]))
            .Where(said => !said.Contains(" 0 ", StringComparison.Ordinal))
            .ToArray();
        Assert.True(lost.Length == 0 || AreOfSharedNames(lost), $"{what} lost: {string.Join(", ", lost)}\n{Listing()}");
        Assert.True(invented.Length == 0, $"{what} invented: {string.Join(", ", invented)}\n{Listing()}");
    }

    /// <summary>Determines whether a file is not an image by its name: DQ111 has it left out.</summary>
    private static bool IsOther(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".txt", StringComparison.Ordinal) || path.EndsWith(".v2", StringComparison.Ordinal);

    /// <summary>
    /// Determines whether all these are of images that share their file name with others, where nobody knows which of them a label means.
    /// </summary>
    private bool AreOfSharedNames(string[] lost)
    {
        ILookup<string, string> byName = Entries(Folder["in.zip"])
            .ToLookup(entry => Path.GetFileName(entry.Key), entry => entry.Value, StringComparer.Ordinal);
        HashSet<string> shared = byName.Where(group => group.Count() > 1).SelectMany(group => group).ToHashSet(StringComparer.Ordinal);
        return lost.All(said => shared.Contains(said.Split(' ')[0]));
    }

    private string Listing()
    {
        string Of(string path) =>
            string.Join('\n', Entries(Folder[path]).Select(entry => $"{entry.Value[..4]} {entry.Key}")) + "\n" + LabelsOf(path);
        return $"{Of("in.zip")}\n->\n{Of("out.zip")}";
    }

    private string LabelsOf(string path)
    {
        using System.IO.Compression.ZipArchive zip = System.IO.Compression.ZipFile.OpenRead(Folder[path]);
        using StreamReader reader = new(
            zip.Entries.FirstOrDefault(entry => entry.Name.EndsWith(".csv", StringComparison.Ordinal))?.Open() ?? Stream.Null);
        return reader.ReadToEnd();
    }

    private static DatasetBuilder Make(Random random)
    {
        DatasetBuilder dataset = new();
        string top = random.Next(4) == 0 ? "Images/" : "image/";
        bool isFlat = random.Next(2) == 0;
        StringBuilder labels = new();
        char delimiter = random.Next(5) == 0 ? ';' : ',';
        labels.Append(random.Next(4) == 0 ? $"image{delimiter}class{delimiter}value\n" : "");
        int images = random.Next(3, 9);
        for (int number = 0; number < images; number++)
        {
            string name = Names[random.Next(Names.Length)];
            string extension = Extensions[random.Next(Extensions.Length)];
            string folder = isFlat ? "" : Folders[random.Next(Folders.Length)];
            dataset.File(
                $"{top}{folder}{name}{extension}",
                random.Next(4) == 0 ? new JpegBuilder { Seed = number }.Build() : Datasets.Image(number + 1));
            string label = random.Next(6) switch
            {
                0 => name,
                1 => name + extension,
                2 => folder + name,
                3 => folder + name + extension,
                4 => (folder + name + extension).Replace('/', '\\'),
                _ => (name + extension).ToUpperInvariant(),
            };
            labels.Append(
                CultureInfo.InvariantCulture, $"{label}{delimiter}{(random.Next(2) == 0 ? "A" : " 007")}{delimiter}{random.Next(2)}\n");
            labels.Append(random.Next(6) == 0 ? "\n" : "").Append(random.Next(8) == 0 ? $"{label}{delimiter}A\n" : "");
        }

        dataset.Text("notes.txt", "x");
        return random.Next(5) == 0
            ? dataset
            : dataset.Text(random.Next(3) == 0 ? "Labels.csv" : "label.csv", (random.Next(4) == 0 ? "\uFEFF" : "") + labels);
    }
}
