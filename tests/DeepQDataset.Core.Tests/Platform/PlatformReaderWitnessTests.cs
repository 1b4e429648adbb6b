using System.Text.Json;
using System.Text.Json.Serialization;
using DeepQDataset.Core.Tests.TestKit;
using DeepQDataset.TestKit;
using DeepQDataset.TestKit.Platform;
using Xunit;

namespace DeepQDataset.Core.Tests.Platform;

/// <summary>
/// The two imitations of the platform's reader, ours in C# and the one that stands on pandas, keep and drop the same of random label files.
/// Skipped where python3-pandas or python3-pil is missing.
/// </summary>
public sealed class PlatformReaderWitnessTests
{
    private const int Cases = 300;

    private static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    [Fact]
    public void Pandas_keeps_the_same_rows()
    {
        using TempFolder folder = new();
        RandomLabelFile random = new(seed: 1);
        List<(string Path, string Label)> datasets = [];
        for (int index = 0; index < Cases; index++)
        {
            string label = random.Next();
            datasets.Add((Write(folder, index, random.Dataset(label)), label));
        }

        AssertAlike(folder, "pandas, PIL", datasets);
    }

    [Fact]
    public void Pydicom_tells_the_same_slices_apart()
    {
        using TempFolder folder = new();
        string[] syntaxes =
        [
            DicomSyntax.ImplicitLittleEndian, DicomSyntax.ExplicitLittleEndian, DicomSyntax.ExplicitBigEndian,
            DicomSyntax.DeflatedLittleEndian,
        ];
        DicomBuilder[] others =
        [
            new() { Seed = 2, InstanceNumber = 2 },
            new() { Seed = 3, InstanceNumber = 1 },
            new() { Seed = 4, InstanceNumber = 1, Rows = 32 },
            new() { Seed = 5, InstanceNumber = 1, Elements = [DicomElement.Text(0x00185101, "CS", "AP")] },
            new() { Seed = 6, InstanceNumber = null },
            new() { Seed = 7, InstanceNumber = null, Elements = [DicomElement.Text(0x00200013, "IS", "")] },
            new() { Seed = 8, InstanceNumber = null, HasPixelData = false, Rows = null },
        ];
        DicomElement sequence = DicomElement.UndefinedSequence(0x00081140, "SQ", [DicomElement.Text(0x00200013, "IS", "9")]);
        List<(string Path, string Label)> datasets = [];
        foreach (string syntax in syntaxes)
        {
            byte[] first = new DicomBuilder { Seed = 1, InstanceNumber = 1, TransferSyntax = syntax, Elements = [sequence] }.Build();
            foreach (DicomBuilder other in others)
            {
                DatasetBuilder dataset = new DatasetBuilder().Text("label.csv", "a.dcm,x\nb.dcm,y\n")
                    .File("image/a.dcm", first).File("image/b.dcm", other.Build());
                datasets.Add((Write(folder, datasets.Count, dataset), $"{syntax}, {other.Seed}"));
            }
        }

        AssertAlike(folder, "pandas, PIL, pydicom", datasets);
        Assert.All(datasets.Chunk(others.Length), of =>
        {
            // Only the second pair is one slice; the last two have no usable values.
            bool[] kept = [.. of.Select(dataset => PlatformReader.Read(dataset.Path).KeepsEveryRow)];
            Assert.Equal([true, false, true, true, true, false, false], kept);
        });
    }

    [Fact]
    public void The_random_files_are_of_all_kinds()
    {
        using TempFolder folder = new();
        RandomLabelFile random = new(3);
        Dictionary<string, int> kinds = [];
        for (int index = 0; index < 200; index++)
        {
            PlatformReading reading = PlatformReader.Read(Write(folder, index, random.Dataset(random.Next())));
            string kind = $"{reading.Task} {(reading.Failed is not null ? "failed" : reading.KeepsEveryRow ? "whole" : "partly")}";
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }

        string[] tasks = ["single_label", "multi_label", "detection", "segmentation"];
        Assert.All(
            tasks.SelectMany(task => (string[])[$"{task} failed", $"{task} partly", $"{task} whole"]),
            kind => Assert.True(kinds.GetValueOrDefault(kind) >= 3, $"Too few are '{kind}'."));
    }

    private static void AssertAlike(TempFolder folder, string modules, List<(string Path, string Label)> datasets)
    {
        Witness.RunPython(
            modules,
            [
                Repository.File("tests/Witnesses/platform_reader.py"), "--output", folder["witness.json"],
                .. datasets.Select(dataset => dataset.Path),
            ]);

        string[] lines = File.ReadAllLines(folder["witness.json"]);
        Assert.Equal(datasets.Count, lines.Length);
        for (int index = 0; index < lines.Length; index++)
        {
            PlatformReading expected = JsonSerializer.Deserialize<PlatformReading>(lines[index], SnakeCase)!;
            PlatformReading actual = PlatformReader.Read(datasets[index].Path);
            Assert.True(
                Text(expected) == Text(actual),
                $"{datasets[index].Label}\npandas: {lines[index]}\nours:   {Text(actual)} {actual.Failed}");
        }
    }

    private static string Write(TempFolder folder, int index, DatasetBuilder dataset) =>
        index % 2 == 0 ? dataset.WriteZip(folder[$"{index}.zip"]) : dataset.WriteFolder(folder[$"{index}"]);

    /// <summary>All that both must say alike: of a failure that it is one, since pandas has its own words for some.</summary>
    private static string Text(PlatformReading reading)
    {
        PlatformReading common = reading.Failed is null
            ? reading
            : new PlatformReading { Task = reading.Task, Failed = "failed", Images = reading.Images };
        return JsonSerializer.Serialize(common, SnakeCase);
    }
}
