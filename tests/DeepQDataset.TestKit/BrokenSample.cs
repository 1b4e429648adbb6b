using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>Provides a dataset as from a hurried export, with many faults that are each found separately.</summary>
public static class BrokenSample
{
    /// <summary>Makes the dataset.</summary>
    public static DatasetBuilder Build()
    {
        DatasetBuilder dataset = new();
        AddImages(dataset);
        AddLeftovers(dataset);
        byte[] labels = Encoding.UTF8.GetBytes(Labels);
        return dataset.File("Label.csv", [0xEF, 0xBB, 0xBF, .. labels]);
    }

    private const string Labels =
        """
        filename,class,value
        scan001,Nodule,1
        scan001,Normal,0
        scan002,Nodule,1
        scan002,Normal,0
        scan003,Nodule,1
        scan003,Normal,0
        scan004,Nodule,0
        scan004,Normal,1
        scan004,Normal,1
        scan005,Nodule,0
        scan005, Normal,1
        scan006,Nodule,0
        scan006,Normal,yes

        Scan007,Nodule,0
        Scan007,Normal,1
        scan008,Nodule,0
        scan008,Normal,0
        scan009,Nodule,1
        scan009,Nodule,0
        scan009,Normal,0
        scan010,Normal,1
        scan099,Nodule,0
        scan099,Normal,1
        scan011,001,1
        scan011,Nodule,0
        scan011,Normal,0
        twin,Nodule,0
        twin,Normal,1
        scan012,Nodule

        """;

    private static void AddImages(DatasetBuilder dataset)
    {
        for (int number = 1; number <= 12; number++)
        {
            dataset.File($"Image/scan{number:000}.png", Png(number).Build());
        }

        dataset
            .File("Image/twin.png", Png(21).Build())
            .File("Image/twin.jpg", Jpeg(22).Build())
            .File("Image/left lung.png", Png(23).Build())
            .File("Image/tiny.png", new PngBuilder { Width = 8, Height = 8, Seed = 24 }.Build())
            .File("Image/huge.png", new PngBuilder { Width = 16, Height = 16, DeclaredHeight = 5000, Seed = 25 }.Build())
            .File("Image/cut.png", new PngBuilder { Width = 32, Height = 32, Seed = 26, OmitEnd = true }.Build())
            .File("Image/scrambled.png", new PngBuilder { Width = 32, Height = 32, Seed = 27, HeaderLength = 12 }.Build())
            .File("Image/empty.png", [])
            .Text("Image/report.png", "Findings: none.\n")
            .File("Image/really-a-jpeg.png", Jpeg(28).Build())
            .File("Image/old.jpeg", Jpeg(29).Build())
            .File("Image/deep.png", new PngBuilder { Width = 32, Height = 32, ColorType = 0, BitDepth = 16, Seed = 30 }.Build())
            .File("Image/phone.jpg", new JpegBuilder { Width = 32, Height = 24, Orientation = 6, Seed = 31 }.Build())
            .File("Image/slice.dcm", new DicomBuilder { Seed = 32 }.Build())
            .File("Image/slice-again.dcm", new DicomBuilder { Seed = 32 }.Build())
            .File("Image/structured-report.dcm", new DicomBuilder { Seed = 33, HasPixelData = false, Modality = "SR" }.Build())
            .Text("Image/animation.gif", "GIF89a");
    }

    private static void AddLeftovers(DatasetBuilder dataset) => dataset
        .Text("Image/Thumbs.db", "left by a file manager")
        .Text("notes.txt", "Exported by hand.\n");

    private static PngBuilder Png(int seed) => new() { Width = 32, Height = 32, ColorType = 0, Seed = seed };

    private static JpegBuilder Jpeg(int seed) => new() { Width = 32, Height = 24, Seed = seed };
}
