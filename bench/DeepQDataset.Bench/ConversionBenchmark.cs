using System.Globalization;
using System.Text;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Coco;
using DeepQDataset.TestKit;

namespace DeepQDataset.Bench;

/// <summary>
/// Measures the peak memory of converting 200,000 COCO annotations of 50,000 images into a zip, label by label as from ConvertFrom-DqCoco
/// to New-DqDatasetArchive. The memory of PowerShell itself (about 100 MiB) is not included.
/// </summary>
internal static class ConversionBenchmark
{
    private const int Images = 50_000;
    private const int AnnotationsOfImage = 4;
    private const double MaximumMegabytes = 600;

    /// <summary>Creates the data, converts it in another process and prints its peak.</summary>
    public static int Run()
    {
        using TempFolder folder = new();
        Make(folder["coco"]);
        double peak = ChildProcess.SecondsOfSelf("memory", "--coco", folder["coco"], folder["coco.zip"]) * 1.048576;
        bool met = peak < MaximumMegabytes;
        string verdict = met ? "met" : "MISSED";
        Console.WriteLine(FormattableString.Invariant(
            $"memory, {Images * AnnotationsOfImage} COCO annotations into a zip: {peak:F0} MB, at most {MaximumMegabytes:F0}: {verdict}"));
        return met ? 0 : 1;
    }

    /// <summary>Converts a folder with COCO annotations into a zip, and prints this process's peak.</summary>
    public static int Convert(string folder, string destination)
    {
        File.Delete(destination);
        LabelSet labels = new();
        foreach (DqLabel label in CocoConverter.Convert(folder, new CocoOptions(), new ConversionLog()))
        {
            labels.Add(label);
        }

        using ArchivePlan plan = ArchivePlan.FromLabels(labels, imageFolder: null);
        ArchiveWriter.Write(plan, destination, new ArchiveOptions());
        return MemoryBenchmark.PrintPeak();
    }

    private static void Make(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "images"));
        StringBuilder images = new();
        StringBuilder annotations = new();
        byte[] png = new PngBuilder { Width = 64, Height = 48 }.Build();
        for (int image = 0; image < Images; image++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"image_{image:D6}.png");
            File.WriteAllBytes(Path.Combine(folder, "images", name), png);
            images.Append(CultureInfo.InvariantCulture, $$"""{"id":{{image}},"file_name":"{{name}}","width":64,"height":48},""");
            for (int box = 0; box < AnnotationsOfImage; box++)
            {
                double left = (image * 7 + box * 13) % 400 / 10.0;
                annotations.Append(CultureInfo.InvariantCulture,
                    $$"""{"id":{{image * AnnotationsOfImage + box}},"image_id":{{image}},""");
                annotations.Append(CultureInfo.InvariantCulture,
                    $$"""
                    "category_id":{{(image + box) % 10}},"iscrowd":0,
                    """);
                annotations.Append(CultureInfo.InvariantCulture,
                    $$"""
                    "bbox":[{{left}},5.25,20.5,30],"area":615,"segmentation":[[{{left}},5.25,{{left + 20.5}},5.25,{{left}},35.25]]},

                    """);
            }
        }

        string categories = string.Join(',', Enumerable.Range(0, 10).Select(id => $$"""{"id":{{id}},"name":"class {{id}}"}"""));
        string imageList = images.ToString().TrimEnd(',');
        string annotationList = annotations.ToString().TrimEnd('\n', ',');
        File.WriteAllText(
            Path.Combine(folder, "annotations.json"),
            $$"""{"images":[{{imageList}}],"categories":[{{categories}}],"annotations":[{{annotationList}}]}""");
    }
}
