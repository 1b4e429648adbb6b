using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Archive;

/// <summary>7xx about single entries.</summary>
public sealed class ArchiveEntryRuleTests : ArchiveRuleTestBase
{

    [Fact]
    public void DQ702_is_all_that_is_said_of_an_encrypted_image()
    {
        DqTestResult result = Expect(
            Good("image/image001.png", entry => entry.Encrypted())
                .File("image/extra.png", Datasets.Image(9), entry => entry.AesEncrypted()),
            "DQ702 image/extra.png",
            "DQ702 image/image001.png");
        Assert.Equal("'image/extra.png' is encrypted (AES, 256 bits).", result.Issues[0].Message);
        Assert.Equal("'image/image001.png' is encrypted (traditional).", result.Issues[1].Message);
    }

    [Fact]
    public void An_encrypted_label_file_leaves_the_labels_unchecked()
    {
        ZipBuilder zip = new ZipBuilder().Dataset(Datasets.ImageOnly()).Text("label.csv", "image001,A,1\n", entry => entry.Encrypted());
        Assert.Contains("label.csv", Expect(zip, "DQ702 label.csv").NotChecked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_file_whose_data_are_damaged_is_never_passed_in_silence()
    {
        ZipBuilder zip = new ZipBuilder().Dataset(Datasets.ImageOnly())
            .Text("label.csv", "image001,A,1\n", entry => entry.Method(8).Packed([0xFF, 0xFF, 0xFF]));
        DqTestResult result = Expect(zip);
        Assert.False(result.Passed);
        Assert.Contains("label.csv", result.NotChecked, StringComparison.Ordinal);
    }


    [Theory]
    [InlineData("/image/a.png", "/image/a.png")]
    [InlineData("C:\\image\\a.png", "C:/image/a.png")]
    [InlineData("image/../../a.png", "image/../../a.png")]
    public void DQ704_is_all_that_is_said_of_an_unsafe_path(string name, string path) =>
        Expect(Good().Text(name, "x", entry => entry.Method(77)), $"DQ704 {path}");


    [Fact]
    public void DQ706_is_one_issue_for_a_path() =>
        Expect(
            Good().File("image/image001.png", Datasets.Image(9)).File("image/./image001.png", Datasets.Image(9)).Folder("image"),
            "DQ706 image/image001.png ×3");


    [Fact]
    public void DQ707_is_all_that_is_said_of_an_image_in_an_unknown_method()
    {
        DqTestResult result = Expect(Good("image/image001.png", entry => entry.Method(14)), "DQ707 image/image001.png");
        Assert.Equal("'image/image001.png' is compressed by method 14 (LZMA).", result.Issues[0].Message);
    }


    [Theory]
    [InlineData(0xA1FF, "a symbolic link")]
    [InlineData(0x11B6, "a named pipe")]
    [InlineData(0x21B6, "a device")]
    public void DQ710_speaks_of_links_and_special_files(ushort mode, string what)
    {
        DqTestResult result = Expect(Good().Text("image/link.png", "image001.png", entry => entry.UnixMode(mode)), "DQ710 image/link.png");
        Assert.Equal($"'image/link.png' is {what}.", result.Issues[0].Message);
    }

    [Fact]
    public void A_regular_file_s_Unix_mode_is_nothing() => Expect(Good("image/image001.png", entry => entry.UnixMode(0x81A4)));


    [Theory]
    [InlineData("image/more.zip")]
    [InlineData("old.TAR.GZ")]
    [InlineData("backup.7z")]
    public void DQ711_speaks_of_archives_and_DQ111_does_not(string path) => Expect(Good().Text(path, "PK"), $"DQ711 {path}");
}
