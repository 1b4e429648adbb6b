using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Conversion.ClassFolders;
using DeepQDataset.Masks;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.TestKit.Platform;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Platform;

/// <summary>Tests that the platform's reader reads every row and image of our datasets.</summary>
public sealed class WriterTests : IDisposable
{
    private const int Width = 40;
    private const int Height = 30;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, DqPlatform, LabelTask> Sets => new()
    {
        { "single", DqPlatform.Edition30, LabelTask.Automatic },
        { "single", DqPlatform.Edition30, LabelTask.MultiLabel },
        { "single", DqPlatform.Edition11, LabelTask.Automatic },
        { "multi", DqPlatform.Edition30, LabelTask.Automatic },
        { "multi", DqPlatform.Edition23, LabelTask.Automatic },
        { "negatives", DqPlatform.Edition30, LabelTask.Automatic },
        { "studies", DqPlatform.Edition30, LabelTask.Automatic },
        { "studies", DqPlatform.Edition11, LabelTask.Automatic },
        { "boxes", DqPlatform.Edition30, LabelTask.Automatic },
        { "boxes", DqPlatform.Edition11, LabelTask.Automatic },
        { "masks", DqPlatform.Edition30, LabelTask.Automatic },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void An_archive_of_labels_is_read_whole(string set, DqPlatform platform, LabelTask task)
    {
        DqLabel[] labels = Labels(set);
        LabelSet gathered = new();
        foreach (DqLabel label in labels)
        {
            gathered.Add(label);
        }

        string zip = _folder["out.zip"];
        LabelPlanOptions options = new() { Platform = platform, Task = task, ImagesAtRoot = platform == DqPlatform.Edition30 };
        using (ArchivePlan plan = ArchivePlan.FromLabels(gathered, imageFolder: null, options, TestContext.Current.CancellationToken))
        {
            ArchiveWriter.Write(plan, zip, new ArchiveOptions(), cancellation: TestContext.Current.CancellationToken);
        }

        DqTestResult result = DatasetValidator.Validate(
            zip, new ValidationOptions { Platform = platform }, cancellation: TestContext.Current.CancellationToken);
        Assert.True(result.Passed, string.Join('\n', result.Issues));
        Assert.Contains("3.0", result.AcceptedBy, StringComparison.Ordinal);
        Check(zip, labels.Where(label => label.Class is not null).Select(label => label.SourcePath).Distinct().Count());
    }

    [Fact]
    public void Class_folders_become_an_archive_that_every_edition_reads_whole()
    {
        string folder = Datasets.ClassFolders().WriteFolder(_folder["classes"]);
        LabelSet labels = new();
        foreach (DqLabel label in ClassFolderConverter.Convert(folder, TestContext.Current.CancellationToken))
        {
            labels.Add(label);
        }

        using (ArchivePlan plan = ArchivePlan.FromLabels(labels, imageFolder: null, options: null, TestContext.Current.CancellationToken))
        {
            ArchiveWriter.Write(plan, _folder["out.zip"], new ArchiveOptions(), cancellation: TestContext.Current.CancellationToken);
        }

        DqTestResult result = DatasetValidator.Validate(_folder["out.zip"], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("1.1 2.3 3.0", result.AcceptedBy);
        Check(_folder["out.zip"], (int)result.Images);
    }

    private static void Check(string zip, int images)
    {
        PlatformReading reading = PlatformReader.Read(zip);
        Assert.True(reading.KeepsEveryRow, reading.Failed ?? string.Join('\n', reading.Dropped));
        Assert.True(reading.Rows > 0);
        Assert.Equal(images, reading.ImagesKept.Count);
    }

    private DqLabel[] Labels(string set)
    {
        string[] names = ["left lung.png", "右肺.png", "a%b+c.png", "x.png", "y.png", "z.png", "q.png"];
        string[] files = [.. names.Select((name, index) =>
        {
            string path = Path.Combine(Directory.CreateDirectory(_folder["images"]).FullName, name);
            File.WriteAllBytes(path, new PngBuilder { Width = Width, Height = Height, Seed = index }.Build());
            return path;
        })];
        DqLabel Of(int index) => new() { Image = names[index], SourcePath = files[index] };
        IEnumerable<DqLabel> labels = set switch
        {
            "single" => names.Select((_, index) => Of(index) with { Class = index % 2 == 0 ? "Nodule" : "正常", Value = 1 }),
            "multi" => names.SelectMany((_, index) => new[]
            {
                Of(index) with { Class = "Nodule", Value = index % 2 }, Of(index) with { Class = "Mass, large", Value = 1 },
            }),
            "negatives" => names.Select((_, index) => Of(index) with
            {
                Class = index < 3 ? "A" : index < 6 ? "B" : DqLabel.NegativeClass,
                Value = index < 6 ? 1 : null,
            }),
            "studies" => names.Select((_, index) => Of(index) with
            {
                Image = $"Study {index % 2}/Series1/{names[index]}",
                Class = index % 2 == 0 ? "A" : "B",
                Value = 1,
            }),
            "boxes" => names.SelectMany((_, index) => index == 6
                ? [Of(index) with { Class = DqLabel.NegativeClass }]
                : new[]
                {
                    Of(index) with { Class = "lesion", X = 0.5, Y = 1, Width = Width - 0.5, Height = 2.25 },
                    Of(index) with { Class = "001", X = 1, Y = 1, Width = 3, Height = 4 },
                }),
            _ => names.SelectMany((_, index) => index == 6
                ? [Of(index) with { Class = DqLabel.NegativeClass }]
                : new[] { Mask(Of(index), "A", 0x0F), Mask(Of(index), index % 2 == 0 ? "A" : "B", 0xF0) }),
        };
        return [.. labels];
    }

    private static DqLabel Mask(DqLabel label, string name, byte pixels) => label with
    {
        Class = name,
        Mask = MaskText.Encode([.. Enumerable.Repeat(pixels, Width * Height / 8)]),
        MaskWidth = Width,
        MaskHeight = Height,
    };
}
