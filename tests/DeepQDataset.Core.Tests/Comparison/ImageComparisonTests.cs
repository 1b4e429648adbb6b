using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Comparison;

public sealed class ImageComparisonTests : ComparisonTestBase
{
    private static readonly byte[] Bytes = Datasets.Image(50);

    [Fact]
    public void Equal_deliveries_do_not_differ() => Assert.Empty(Compare(Datasets.Classification(), Datasets.Classification()));

    [Fact]
    public void Neither_do_a_folder_its_zip_and_an_enclosed_one_with_other_spellings()
    {
        Datasets.ImageOnly().WriteFolder(Folder["plain"]);
        Datasets.ImageOnly().Wrapped("chest").WriteZip(Folder["zip.zip"]);
        DatasetBuilder capital = new();
        foreach ((string path, byte[]? content) in Datasets.ImageOnly().Entries)
        {
            capital.File(path.Replace("image/", "Image/", StringComparison.Ordinal), content!);
        }

        capital.WriteFolder(Folder["capital"]);

        Assert.Empty(CompareAt("plain", "zip.zip"));
        Assert.Empty(CompareAt("zip.zip", "plain"));
        Assert.Empty(CompareAt("capital", "plain"));
    }

    /// <summary>
    /// What a LabelMe file says may change while the image in it stays, and the image may leave it for a file of its own.
    /// </summary>
    [Fact]
    public void Images_in_LabelMe_files_are_compared_and_not_the_files()
    {
        string more = Datasets.LabelMeFile(1, Datasets.Image(1)).Shape("nodule", "polygon", 1, 1, 2, 2, 1, 3).Build();
        Assert.Empty(Compare(Datasets.LabelMeEmbedded(), Datasets.LabelMeEmbedded().Text("image001.json", more)));

        DatasetBuilder moved = Datasets
            .LabelMeEmbedded()
            .Text("image001.json", Datasets.LabelMeFile(1).Build())
            .File("image001.png", Datasets.Image(1));
        moved.WriteFolder(Folder["moved"]);
        Assert.Empty(CompareAt("before", "moved"));

        Datasets.LabelMeEmbedded().Text("image001.json", Datasets.LabelMeFile(1, Bytes).Build()).WriteFolder(Folder["changed"]);
        Assert.StartsWith("Changed Image | image001.json", Assert.Single(CompareAt("before", "changed")), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_that_came_and_went_are_named_by_path() =>
        Assert.Equal(
            [
                $"Added Image | image/b.png |  |  | {Bytes.Length} bytes",
                $"Removed Image | image/image002.png |  | {Datasets.Image(2).Length} bytes | ",
            ],
            Compare(Datasets.ImageOnly(), Datasets.ImageOnly().Remove("image/image002.png").File("image/b.png", Bytes)));

    [Fact]
    public void The_same_bytes_under_another_name_are_a_renamed_image() => Assert.Equal(
        ["Renamed Image | image/b.png |  | image/image002.png | image/b.png"],
        Compare(Datasets.ImageOnly(), Datasets.ImageOnly().Remove("image/image002.png").File("image/b.png", Datasets.Image(2))));

    [Fact]
    public void Of_several_images_of_one_content_each_is_renamed_once() => Assert.Equal(
        [
            $"Added Image | image/z3.png |  |  | {Bytes.Length} bytes",
            "Renamed Image | image/z1.png |  | image/a1.png | image/z1.png",
            "Renamed Image | image/z2.png |  | image/a2.png | image/z2.png",
        ],
        Compare(
            Datasets.ImageOnly().File("image/a1.png", Bytes).File("image/a2.png", Bytes),
            Datasets.ImageOnly().File("image/z1.png", Bytes).File("image/z2.png", Bytes).File("image/z3.png", Bytes)));

    [Fact]
    public void Another_size_is_another_content() => Assert.Equal(
        [$"Changed Image | image/image002.png |  | {Datasets.Image(2).Length} bytes | {Datasets.Image(2).Length + 1} bytes"],
        Compare(Datasets.ImageOnly(), Datasets.ImageOnly().File("image/image002.png", [.. Datasets.Image(2), 0])));

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-1)]
    public void One_other_byte_is_another_content_wherever_it_stands(int place)
    {
        byte[] before = Datasets.Image(2);
        byte[] after = [.. before];
        after[place < 0 ? after.Length + place : place] ^= 1;
        string expected = $"Changed Image | image/image002.png |  | {before.Length} bytes, CRC-32 {Crc(before)} | {after.Length} "
            + $"bytes, CRC-32 {Crc(after)}";

        Assert.Equal([expected], Compare(Datasets.ImageOnly(), Datasets.ImageOnly().File("image/image002.png", after)));
        Datasets.ImageOnly().WriteZip(Folder["before.zip"]);
        Datasets.ImageOnly().File("image/image002.png", after).WriteZip(Folder["after.zip"]);
        Assert.Equal([expected], CompareAt("before.zip", "after.zip"));
        Assert.Equal([expected], CompareAt("before", "after.zip"));
    }

    [Fact]
    public void Equal_checksums_in_zips_prove_nothing()
    {
        // The directory declares the checksum that the other zip's content really has.
        byte[] before = Datasets.Image(2);
        byte[] after = [.. before];
        after[40] ^= 1;
        new ZipBuilder().File("image/image002.png", before).Write(Folder["before.zip"]);
        new ZipBuilder()
            .File("image/image002.png", after, entry => entry.Crc(Convert.ToUInt32(Crc(before), 16)))
            .Write(Folder["after.zip"]);

        Assert.Equal(
            [$"Changed Image | image/image002.png |  | {before.Length} bytes, CRC-32 {Crc(before)} | {after.Length} bytes, "
                + $"CRC-32 {Crc(after)}"],
            CompareAt("before.zip", "after.zip"));
    }

    [Fact]
    public void An_image_put_into_another_class_folder_is_the_same_image() => Assert.Equal(
        ["Removed Label | Classes/Class B/image001.png | Class A | 1 | ", "Added Label | Classes/Class B/image001.png | Class B |  | 1"],
        Compare(
            Datasets.ClassFolders(),
            Datasets.ClassFolders().Remove("Classes/Class A/image001.png").File("Classes/Class B/image001.png", Datasets.Image(1))));

    [Fact]
    public void One_name_in_two_class_folders_is_told_apart_by_the_folder() => Assert.Equal(
        ["Changed Image | Classes/Class B/image001.png |  | 100 bytes | 99 bytes"],
        Compare(
            Datasets.ClassFolders().File("Classes/Class B/image001.png", new byte[100]),
            Datasets.ClassFolders().File("Classes/Class B/image001.png", new byte[99])));

    [Fact]
    public void A_file_that_cannot_be_read_is_a_failure_and_the_rest_goes_on()
    {
        DatasetBuilder dataset = Datasets.ImageOnly();
        dataset.WriteFolder(Folder["before"]);
        ZipBuilder zip = new();
        foreach ((string path, byte[]? content) in dataset.File("image/image006.png", Bytes).Entries)
        {
            zip.File(path, content!, path.EndsWith("1.png", StringComparison.Ordinal) ? entry => entry.Flags(1) : null);
        }

        zip.Write(Folder["after.zip"]);
        IReadOnlyList<string> lines = CompareAt("before", "after.zip", out IReadOnlyList<DatasetException> failures);

        Assert.StartsWith("Changed Image | image/image006.png", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal("NotCompared", Assert.Single(failures).ErrorId);
        Assert.Contains("image001.png", failures[0].Message, StringComparison.Ordinal);
    }

    private static string Crc(byte[] bytes) => FormattableString.Invariant($"{System.IO.Hashing.Crc32.HashToUInt32(bytes):X8}");
}
