using System.Text;
using DeepQDataset.Sources.Zip;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Sources.Zip;

public sealed class ZipNameTests
{
    [Fact]
    public void Ascii_needs_no_decision() => AssertName("image/a.png", ZipNameSource.Ascii, new ZipBuilder().File("image/a.png", []));

    [Fact]
    public void Bit_11_means_UTF_8() =>
        AssertName("影像.png", ZipNameSource.UnicodeFlag, new ZipBuilder().File("影像.png", [], entry => entry.WithoutUnicodePath()));

    [Fact]
    public void The_Unicode_Path_field_wins_over_bit_11() =>
        AssertName(
            "影像.png", ZipNameSource.UnicodePath, new ZipBuilder().File("other.png", [], entry => entry.Utf8().UnicodePath("影像.png")));

    [Fact]
    public void The_Unicode_Path_field_wins_over_an_ASCII_stand_in() =>
        AssertName("影像.png", ZipNameSource.UnicodePath, new ZipBuilder().File("__.png", [], entry => entry.UnicodePath("影像.png")));

    [Fact]
    public void A_Unicode_Path_field_made_for_another_name_does_not_count() =>
        AssertName("a.png", ZipNameSource.Ascii, new ZipBuilder().File("a.png", [], entry => entry.UnicodePath("影像.png", nameCrc: 1)));

    [Fact]
    public void A_Unicode_Path_field_of_an_unknown_version_does_not_count() =>
        AssertName("a.png", ZipNameSource.Ascii, new ZipBuilder().File("a.png", [], entry => entry.UnicodePath("影像.png", version: 2)));

    [Fact]
    public void Of_several_Unicode_Path_fields_the_first_valid_one_counts() => AssertName(
        "影像.png",
        ZipNameSource.UnicodePath,
        new ZipBuilder().File("a.png", [], entry => entry
            .Extra(0x7075, [1, 0]).Extra(0x7075, [2, .. Field("版本.png")]).Extra(0x7075, [1, .. Field("影像.png")])));

    [Fact]
    public void Bit_11_on_bytes_that_are_no_UTF_8_is_not_believed() =>
        AssertName("café.png", ZipNameSource.Guess, new ZipBuilder()
            .File("a", [], entry => entry.RawName([.. "caf"u8, 0xE9, .. ".png"u8]).Utf8()));

    [Theory]
    [InlineData(65001, "影像/陳小明.png", "UTF-8")]
    [InlineData(950, "影像/肺炎.png", "Big5")]
    [InlineData(950, "胸部X光/正常/病人001.png", "Big5")]
    [InlineData(950, "標記.csv", "Big5")]
    [InlineData(932, "画像/テスト.png", "Shift-JIS")]
    [InlineData(932, "胸部レントゲン/正常.png", "Shift-JIS")]
    [InlineData(932, "検査結果.png", "Shift-JIS")]
    [InlineData(936, "图像/肺炎.png", "GBK")]
    [InlineData(936, "医学影像数据/正常/病人.png", "GBK")]
    [InlineData(437, "Röntgen/Größe.png", "437")]
    [InlineData(437, "Müller.png", "437")]
    [InlineData(437, "données/été.png", "437")]
    [InlineData(1252, "Röntgen/Größe.png", "1252")]
    [InlineData(1252, "Müller.png", "1252")]
    [InlineData(1252, "données/été.png", "1252")]
    [InlineData(1252, "español/año.png", "1252")]
    public void An_unmarked_name_is_read_by_its_likeliest_code_page(int codePage, string name, string expected)
    {
        byte[] raw = (CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.UTF8).GetBytes(name);
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", [], entry => entry.RawName(raw)));

        Assert.Equal(name, Assert.Single(directory.Entries).Name);
        Assert.Contains(expected, directory.GuessedEncoding, StringComparison.Ordinal);
        Assert.True(directory.IsGuessPlausible);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xB7, 0xFF })]
    [InlineData(new byte[] { 0x61, 0xB0, 0xB1, 0xDB, 0x61, 0x9D, 0xFD })]
    public void A_name_that_is_text_in_no_code_page_is_said_to_be_so(byte[] raw)
    {
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", [], entry => entry.RawName(raw)));

        Assert.False(directory.IsGuessPlausible);
        Assert.Equal(CodePagesEncodingProvider.Instance.GetEncoding(437)!.GetString(raw), Assert.Single(directory.Entries).Name);
    }

    [Fact]
    public void All_unmarked_names_decide_together()
    {
        Encoding big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!;
        ZipBuilder builder = new();
        string[] names = ["影像/一.png", "影像/甲.png", "影像/病灶區域.png"];
        foreach (string name in names)
        {
            builder.File("a", [], entry => entry.RawName(big5.GetBytes(name)));
        }

        Assert.Equal(names, ZipFile.Read(builder).Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void A_trail_byte_that_looks_like_a_backslash_is_none()
    {
        // The second byte of 功 is 0x5C in Big5.
        byte[] raw = CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes("成功/影像.png");
        Assert.Contains((byte)'\\', raw);
        AssertName("成功/影像.png", ZipNameSource.Guess, new ZipBuilder().File("a", [], entry => entry.RawName(raw)));
    }

    [Theory]
    [InlineData("image/a.png", "image/a.png", null)]
    [InlineData("./image//a.png", "image/a.png", null)]
    [InlineData("image\\a.png", "image/a.png", null)]
    [InlineData("image/..a/b...png", "image/..a/b...png", null)]
    [InlineData("/image/a.png", "/image/a.png", "/")]
    [InlineData("\\\\server\\share\\a.png", "//server/share/a.png", "/")]
    [InlineData("C:\\image\\a.png", "C:/image/a.png", "C:")]
    [InlineData("c:a.png", "c:a.png", "c:")]
    [InlineData("image/../../a.png", "image/../../a.png", "..")]
    [InlineData("image\\..\\a.png", "image/../a.png", "..")]
    [InlineData(".. /a.png", ".. /a.png", "..")]
    [InlineData("", "", "")]
    public void A_name_becomes_a_path_or_is_unsafe(string name, string path, string? unsafePart)
    {
        ZipEntry entry = Assert.Single(ZipFile.Read(new ZipBuilder().File(name, [])).Entries);
        Assert.Equal((path, unsafePart), (entry.Path, entry.UnsafePart));
    }

    private static void AssertName(string expected, ZipNameSource source, ZipBuilder builder)
    {
        ZipEntry entry = Assert.Single(ZipFile.Read(builder).Entries);
        Assert.Equal((expected, source), (entry.Name, entry.NameSource));
    }

    private static byte[] Field(string name) => [.. System.IO.Hashing.Crc32.Hash("a.png"u8), .. Encoding.UTF8.GetBytes(name)];
}
