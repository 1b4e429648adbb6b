using System.Globalization;
using System.Text;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.TestKit.Platform;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Platform;

/// <summary>Tests that a dataset passes edition 3.0 exactly if the platform's reader keeps every row of its label.csv.</summary>
public sealed class VerdictTests
{
    private const int Files = 500;
    private const int Width = 32;
    private const int Height = 20;
    private static readonly string[] Classes = ["Nodule", "正常", "Mass B"];

    [Fact]
    public void A_random_label_file_passes_exactly_when_the_reader_keeps_every_row()
    {
        using TempFolder folder = new();
        List<string> disagreements = [];
        int kept = 0;
        for (int seed = 0; seed < Files; seed++)
        {
            Random random = new(seed);
            (string[] images, string[] lines, string said) = Random(random);
            DatasetBuilder dataset = new();
            foreach (string image in images)
            {
                dataset.File($"image/{image}", new PngBuilder { Width = Width, Height = Height, Seed = seed }.Build());
            }

            string path = dataset.Text("label.csv", string.Join('\n', lines) + "\n").WriteFolder(folder[$"d{seed}"]);
            PlatformReading reading = PlatformReader.Read(path);
            DqTestResult result = DatasetValidator.Validate(
                path, new ValidationOptions { Platform = DqPlatform.Edition30 }, cancellation: TestContext.Current.CancellationToken);
            kept += reading.KeepsEveryRow ? 1 : 0;
            if (reading.KeepsEveryRow != result.Passed)
            {
                string reasons = reading.Failed ?? string.Join("; ", reading.Dropped.Select(drop => $"{drop.Line}: {drop.Reason}"));
                disagreements.Add($"{seed} ({said}): {(result.Passed ? "passes" : $"fails by {result.Issues}")}, the reader: "
                    + $"{(reading.KeepsEveryRow ? "keeps all" : reasons)}\n{string.Join('\n', lines)}");
            }
        }

        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagreements:\n{string.Join("\n\n", disagreements.Take(12))}");
        Assert.InRange(kept, Files / 10, Files * 9 / 10);
    }

    private static (string[] Images, string[] Lines, string Said) Random(Random random)
    {
        string[] images =
        [
            .. Enumerable
                .Range(1, random.Next(4, 8))
                .Select(number => random.Next(4) == 0 ? $"f{number % 2}/Scan{number}.png" : $"scan{number}.png"),
        ];
        string[] classes = Classes[..random.Next(2, 4)];
        int form = random.Next(4);
        List<string[]> rows = form switch
        {
            0 => [.. images.Select((image, index) => new[] { image, classes[index % classes.Length] })],
            1 =>
            [
                .. images.SelectMany(image =>
                    classes.Select(name => new[] { image, name, random.Next(2).ToString(CultureInfo.InvariantCulture) })),
            ],
            2 => [.. images.SelectMany(image => Enumerable.Range(0, random.Next(1, 3)).Select(_ => Box(random, image, classes)))],
            _ => [.. images.SelectMany(image => classes.Select(name => new[] { image, name, "32", "20", Mask(random) }))],
        };
        StringBuilder said = new($"form {form}");
        HashSet<int> blankBefore = [];
        for (int count = random.Next(4); count > 0; count--)
        {
            said.Append(", ").Append(Mutate(random, rows, form, blankBefore));
        }

        List<string> lines = [];
        for (int index = 0; index < rows.Count; index++)
        {
            if (blankBefore.Contains(index))
            {
                lines.Add("");
            }

            lines.Add(string.Join(',', rows[index]));
        }

        return (images, [.. lines], said.ToString());
    }

    private static string Mutate(Random random, List<string[]> rows, int form, HashSet<int> blankBefore)
    {
        int at = random.Next(rows.Count);
        string[] row = [.. rows[at]];
        string what;
        switch (random.Next(12))
        {
            case 0:
                row[0] = row[0].StartsWith('s') ? "S" + row[0][1..] : row[0].ToUpperInvariant();
                what = "wrong case";
                break;
            case 1:
                row[0] = row[0][..^4];
                what = "no extension";
                break;
            case 2:
                row[0] = random.Next(2) == 0 ? " " + row[0] : row[0] + " ";
                what = "space at the name";
                break;
            case 3 when form != 0:
                row[1] = row[1] + " ";
                what = "space at the class";
                if (form == 2)
                {
                    return "nothing"; // another class in detection, of which the reader keeps the rows
                }

                break;
            case 4:
                row[1] = random.Next(2) == 0 ? "NA" : "null";
                what = "class NA";
                break;
            case 5 when form == 2 && row[1] != "nothing to label":
                row[2] = "20";
                row[4] = "12.1";
                what = "box 0.1 outside";
                break;
            case 6 when rows.Count > 3 && form is 1 or 3:
                rows.RemoveAt(at);
                return "missing row";
            case 7 when form != 2:
                rows.Add(row);
                return "repeated row";
            case 8 when form == 0:
                rows.Add([row[0], Classes[(Array.IndexOf(Classes, row[1]) + 1) % 2]]);
                return "two classes on one image";
            case 9:
                foreach (string[] other in rows)
                {
                    if (other[1] != "nothing to label" && form is 0 or 2)
                    {
                        other[1] = Classes[0];
                    }
                }

                return form is 0 or 2 ? "one class" : "nothing";
            case 10:
                blankBefore.Add(at);
                return "blank line";
            case 11 when form == 2:
                string image = row[0];
                rows.RemoveAll(other => other[0] == image);
                rows.Add([image, random.Next(2) == 0 ? "nothing to label" : "negative", "", "", "", ""]);
                return "negative";
            default:
                return "nothing";
        }

        rows[at] = row;
        return what;
    }

    private static string[] Box(Random random, string image, string[] classes)
    {
        int x = random.Next(20);
        int y = random.Next(10);
        return
        [
            image, classes[random.Next(classes.Length)], .. new[] { x, y, random.Next(1, Width - x + 1), random.Next(1, Height - y + 1) }
                .Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    private static string Mask(Random random)
    {
        byte[] packed = new byte[((Width * Height) + 7) / 8];
        random.NextBytes(packed);
        return DeepQDataset.Masks.MaskText.Encode(packed);
    }
}
