using DeepQDataset.TestKit;
using DeepQDataset.TestKit.Platform;
using Xunit;

namespace DeepQDataset.Core.Tests.Platform;

/// <summary>
/// Tests the imitation of the platform's reader in the test kit. The result of each file was taken once from the published reader
/// (deepqai/aip3-inference, July 2024, with pandas 1.5.3), with the same images.
/// </summary>
public sealed class PlatformReaderTests
{
    private const string Mask = "eJxjYKAuAAAAUAAB";

    [Theory]
    [InlineData("a.png,x\nb.png,y\n", "1 2")]
    [InlineData("a.png,x\nb.png,y\nc.png,y\nc.png,y\n", "1 2")]
    [InlineData("a.png,x\nb.png,x\n", null)]
    [InlineData("a.png,x\nb.png,y\na.png,x\n", null)]
    [InlineData("a.png,x\nb.png\nc.png,y\n", null)]
    [InlineData("a.png,x\nb.png,y\nc.png,\nc.png,\n", "1 2")]
    [InlineData("a.png,None\nb.png,y\n", "1 2")]
    [InlineData("a.png,x\nb.png,y\n,\nNA,z\n", "1 2")]
    [InlineData("1,x\n2,y\n", null)]
    public void Single_label_files_are_read_as_the_platform_reads_them(string label, string? kept) => Check("single_label", label, kept);

    [Theory]
    [InlineData("a.png,x,1\na.png,y,0\nb.png,x,1\nb.png,y,1\n", "1 2 3 4")]
    [InlineData("a.png,x,1\nb.png,y,0\n", null)]
    [InlineData("a.png,x,1\na.png,x,1\nb.png,x,0\n", "3")]
    [InlineData("a.png,x,1\nb.png,NA,0\n", null)]
    [InlineData("a.png,x,1\nb.png,x,1\nc.png,NA,1\n", "1 2")]
    [InlineData("a.png,x,1\na.png,y,1\nb.png,x,1\nb.png,y,0\nc.png,x,1\nc.png,NA,1\n", null)]
    [InlineData("a.png,x,1\nb.png\nc.png,x,0\n", "1 3")]
    [InlineData("a.png,x,1\nb.png,x\nc.png,x,foo\n", "1 2 3")]
    [InlineData("\uFEFF\"a.png\",x,1\nb.png,x,1\n", "1 2")]
    [InlineData("a.png,x,1\n\n   \n \t\nb.png,x,1\n,,\n", "1 5")]
    [InlineData("a.png,x,1\n a.png,x,1\nb.png ,x,1\nb.png,x ,1\n", null)]
    [InlineData("a.png,x,1\n./b.png,x,1\n../image/c.png,x,1\nA.png,x,1\nd,x,1\n", "1 2 3")]
    [InlineData("name,class,value\na.png,x,1\nb.png,x,1\n", "2 3")]
    [InlineData("a.png,x,1\nb.png,x,1,\n", null)]
    [InlineData("a.png,x,1\rb.png,x,1\r", "1 2")]
    [InlineData("a.png,\"x,1\nb.png,x,1\n", null)]
    [InlineData("a.png,x\"y\",1\nb.png,\"x\"\"y\"\"\",1\nc.png,\"x\"z,1\n", "1 2")]
    [InlineData("a.png,001,1\nb.png,\"001\",1\n", "1 2")]
    [InlineData("a.png,x,1\nb.png,\"x\ny\",1\nc.png,\"x\ny\",0\n", "2 4")]
    [InlineData("", null)]
    public void Files_with_values_are_read_as_the_platform_reads_them(string label, string? kept) => Check("multi_label", label, kept);

    [Theory]
    [InlineData("a.png,x,0,0,32,20\n", "1")]
    [InlineData("a.png,x,0,0,33,20\nb.png,y,31.9,19.9,0.1,0.1\n", "2")]
    [InlineData("a.png,x,0,0,0,20\nb.png,y,8,8,1,1\n", "2")]
    [InlineData("a.png,x,-0.1,0,3,20\nb.png,y,-0.0,8,1,1\n", "2")]
    [InlineData("a.png,x,0,0,5,5\nb.png,negative,,,,\nc.png,nothing to label,0,0,0,0\nz.png,x,0,0,1,1\n", "1 2 3")]
    [InlineData("a.png,x,0,0,5,5\nb.png\nc.png,nothing to label\n", "1 3")]
    [InlineData("a.png,nothing to label,,,,\n", "1")]
    [InlineData("a.png,x,0,0,32,20\na.png,x,0,0,32,20\na.png,nothing to label,,,,\n", "1 2 3")]
    [InlineData("a.png,x,0,0,32,20\nb.png,y, 1 , 2 , 3 , 4 \n", "1 2")]
    [InlineData("a.png,x,0,0,32,20\nb.png,negative, , , , \n", null)]
    [InlineData("a.png,x,0,0,32,20\nb.png,nothing to label,-,-,-,-\n", null)]
    [InlineData("a.png,x,0,0,32,20\nz.png,y,0x1,0,1,1\n", null)]
    [InlineData("a.png,NA,0,0,32,20\nb.png,x,0,0,1,1\n", null)]
    [InlineData("a.png,NA,,,,\nb.png,x,0,0,1,1\n", "2")]
    [InlineData("a.png,x,0,0,inf,20\nb.png,x,+0,.5,1.,1e0\n", "2")]
    [InlineData("a.png,x,0,0,99999999999999999999999,20\nb.png,x,0,0,1,1\n", null)]
    [InlineData("a.png,Negative,0,0,3,20\nb.png, negative,,,,\n", "1")]
    [InlineData("z.png,x,0,0,32,20\n", null)]
    public void Detection_files_are_read_as_the_platform_reads_them(string label, string? kept) => Check("detection", label, kept);

    [Theory]
    [InlineData("a.png,x,32,20," + Mask + "\nb.png,x,32,20,\nc.png,x,32,20,NA\n", "1 2 3")]
    [InlineData("a.png,x,32,20," + Mask + "\nb.png\n", null)]
    [InlineData("a.png,x,32,20," + Mask + "\nb.png,x,32.0,20," + Mask + "\n", null)]
    [InlineData("a.png,x,32,20," + Mask + "\nb.png,x,20,32," + Mask + "\n", "1")]
    [InlineData("a.png,x,32,20,eJxjYBgFo2AU4AIAAyAAAQ==\nb.png,x, 32 ,+20,! " + Mask + " \n", "1 2")]
    [InlineData("a.png,x,32,20,eJxjYKAqAAAATwAB\nb.png,x,32,20," + Mask + "\n", null)]
    [InlineData("a.png,x,32,20," + Mask + "YWJj\nb.png,x,32,20," + Mask + "\n", "1 2")]
    [InlineData("a.png,x,32,20," + Mask + "=====zzz\nb.png,x,32,20," + Mask + "\n", null)]
    [InlineData("a.png,x,32,20,eJxjYKAuAAAAUA==\nb.png,x,32,20," + Mask + "\n", null)]
    [InlineData("a.png,x,32,20,123\nb.png,x,32,20,123\n", null)]
    [InlineData("a.png,x,32,20," + Mask + "\na.png,y,32,20,\nb.png,x,32,20," + Mask + "\n", null)]
    public void Segmentation_files_are_read_as_the_platform_reads_them(string label, string? kept) => Check("segmentation", label, kept);

    [Fact]
    public void Names_are_relative_to_the_image_folder_only_where_all_images_lie_in_it()
    {
        byte[] image = new PngBuilder { Width = 32, Height = 20 }.Build();
        DatasetBuilder inside = new DatasetBuilder().File("image/sub/a.png", image).File("image/b.png", image)
            .Text("label.csv", "sub/a.png,x,1\nb.png,x,0\n");
        DatasetBuilder beside = new DatasetBuilder().File("image/a.png", image).File("b.png", image)
            .Text("label.csv", "image/a.png,x,1\nb.png,x,0\n");
        using TempFolder folder = new();

        PlatformReading[] readings =
        [
            PlatformReader.Read(inside.WriteZip(folder["inside.zip"])),
            PlatformReader.Read(inside.WriteFolder(folder["inside"])),
            PlatformReader.Read(inside.Wrapped("data").WriteZip(folder["wrapped.zip"])),
            PlatformReader.Read(beside.WriteZip(folder["beside.zip"])),
        ];

        Assert.All(readings, reading => Assert.True(reading.KeepsEveryRow, reading.Failed));
        Assert.Equal(["b.png", "sub/a.png"], readings[2].ImagesKept);
        Assert.Equal(["b.png", "image/a.png"], readings[3].ImagesKept);
    }

    [Fact]
    public void Sizes_are_those_of_the_turned_image_and_damaged_PNGs_are_lost()
    {
        byte[] png = new PngBuilder { Width = 20, Height = 32, Orientation = 6, ExifBigEndian = true }.Build();
        byte[] jpeg = new JpegBuilder { Width = 20, Height = 32, Orientation = 8 }.Build();
        using TempFolder folder = new();
        DatasetBuilder dataset = new DatasetBuilder().File("image/p.png", png).File("image/j.jpg", jpeg)
            .File("image/cut.png", png[..^12]).File("image/cut.jpg", jpeg[..^40])
            .Text("label.csv", "p.png,x,0,0,32,20\nj.jpg,x,0,0,32,20\ncut.png,x,0,0,1,1\ncut.jpg,x,0,0,32,20\n");

        PlatformReading reading = PlatformReader.Read(dataset.WriteZip(folder["d.zip"]));

        Assert.Equal([1, 2, 4], reading.KeptRows);
        Assert.Equal([new PlatformDrop(3, "the file is not an image, or is damaged")], reading.Dropped);
    }

    [Theory]
    [InlineData(null, "1 2")]
    [InlineData("ViewPosition", "1 2")]
    [InlineData("Series", "")]
    public void Two_DICOM_files_of_one_identity_are_one_image(string? sameBut, string kept)
    {
        // With sameBut null the instance numbers differ; else all agrees but what is named, or all agrees.
        DicomBuilder first = new() { Seed = 1, InstanceNumber = 5 };
        DicomBuilder second = new()
        {
            Seed = 2,
            InstanceNumber = sameBut is null ? 6 : 5,
            Elements = sameBut == "ViewPosition" ? [DicomElement.Text(0x00185101, "CS", "AP")] : [],
        };
        using TempFolder folder = new();
        DatasetBuilder dataset = new DatasetBuilder().File("image/a.dcm", first.Build()).File("image/b.dcm", second.Build())
            .Text("label.csv", "a.dcm,x\nb.dcm,y\n");

        PlatformReading reading = PlatformReader.Read(dataset.WriteZip(folder["d.zip"]));

        Assert.Equal(kept, string.Join(' ', reading.KeptRows));
        Assert.Equal(kept.Length == 0, reading.Failed is not null);
    }

    [Fact]
    public void Boxes_that_only_the_pinned_parser_voids_are_named()
    {
        using TempFolder folder = new();

        // 19.999 is read as 19999 / 10 / 100, which is a little more, and 0.001 with it reaches beyond 20.
        PlatformReading reading = PlatformReader.Read(
            Dataset("a.png,x,0,0,1,1\nb.png,x,10.12,0,21.88,20\nc.png,x,0,0.001,1,19.999\n").WriteZip(folder["d.zip"]));

        Assert.True(reading.KeepsEveryRow, reading.Failed);
        Assert.Equal([3], reading.Pinned);
    }

    private static void Check(string task, string label, string? kept)
    {
        using TempFolder folder = new();

        PlatformReading reading = PlatformReader.Read(Dataset(label).WriteZip(folder["d.zip"]));

        Assert.Equal(kept, reading.Failed is null ? string.Join(' ', reading.KeptRows) : null);
        if (kept is not null)
        {
            Assert.Equal(task, reading.Task);
            Assert.Equal(reading.Rows, reading.KeptRows.Count + reading.Dropped.Count);
        }
    }

    private static DatasetBuilder Dataset(string label)
    {
        DatasetBuilder dataset = new DatasetBuilder().Text("label.csv", label);
        foreach (char name in "abcde")
        {
            dataset.File($"image/{name}.png", new PngBuilder { Width = 32, Height = 20, Seed = name }.Build());
        }

        return dataset;
    }
}
