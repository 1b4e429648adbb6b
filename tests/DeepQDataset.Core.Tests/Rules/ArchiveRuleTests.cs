using System.Text;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules;

/// <summary>7xx: each test has a dataset that is accepted but for what it shows.</summary>
public sealed class ArchiveRuleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_good_zip_is_accepted() => Expect(Good().Comment("comment"u8.ToArray()).Folder("image"));

    [Fact]
    public void Names_marked_as_Unicode_in_both_ways_are_accepted() =>
        Assert.DoesNotContain(Validate(Good().File("image/影像.png", Datasets.Image(9)).ToArray()).Issues, issue => issue.RuleId.StartsWith("DQ7", StringComparison.Ordinal));

    // DQ701

    [Fact]
    public void DQ701_is_alone() => Expect(Good().Cut(30), "DQ701 -");

    [Fact]
    public void DQ701_names_the_format()
    {
        DqIssue issue = Assert.Single(Validate([.. "Rar!\u001A\u0007\u0001\u0000"u8, .. new byte[100]]).Issues);
        Assert.Equal("The file is no readable zip: it is a RAR archive (at byte 0).", issue.Message);
    }

    [Fact]
    public void DQ701_says_of_an_empty_file_that_it_is_empty()
    {
        DqTestResult result = Validate([]);
        Assert.Equal("The file is no readable zip: it is empty (at byte 0).", Assert.Single(result.Issues).Message);
        Assert.False(result.Passed);
        Assert.Equal(DqLayout.Unknown, result.Layout);
    }

    // DQ702

    [Fact]
    public void DQ702_is_all_that_is_said_of_an_encrypted_image()
    {
        DqTestResult result = Expect(
            Good("image/image001.png", entry => entry.Encrypted()).File("image/extra.png", Datasets.Image(9), entry => entry.AesEncrypted()),
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

    // DQ703

    [Fact]
    public void DQ703_shows_the_likely_reading()
    {
        byte[] big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes("image/肺炎影像.png");
        DqTestResult result = Expect(
            Good().File("a", Datasets.Image(9), entry => entry.RawName(big5)),
            ValidationOptions.Default with { ExcludedRules = new HashSet<string>(["DQ205"]) },
            "DQ703 image/肺炎影像.png");
        Assert.Contains("Big5", result.Issues[0].Message, StringComparison.Ordinal);
    }

    // DQ704

    [Theory]
    [InlineData("/image/a.png", "/image/a.png")]
    [InlineData("C:\\image\\a.png", "C:/image/a.png")]
    [InlineData("image/../../a.png", "image/../../a.png")]
    public void DQ704_is_all_that_is_said_of_an_unsafe_path(string name, string path) =>
        Expect(Good().Text(name, "x", entry => entry.Method(77)), $"DQ704 {path}");

    // DQ705

    [Fact]
    public void DQ705_reads_backslashes_as_separators() =>
        Expect(
            Good().File("image\\extra.png", Datasets.Image(9)).File("image\\more.png", Datasets.Image(10), entry => entry.LocalName("image/more.png")),
            "DQ705 image/extra.png",
            "DQ705 image/more.png");

    // DQ706

    [Fact]
    public void DQ706_is_one_issue_for_a_path() =>
        Expect(
            Good().File("image/image001.png", Datasets.Image(9)).File("image/./image001.png", Datasets.Image(9)).Folder("image"),
            "DQ706 image/image001.png ×3");

    // DQ707

    [Fact]
    public void DQ707_is_all_that_is_said_of_an_image_in_an_unknown_method()
    {
        DqTestResult result = Expect(Good("image/image001.png", entry => entry.Method(14)), "DQ707 image/image001.png");
        Assert.Equal("'image/image001.png' is compressed by method 14 (LZMA).", result.Issues[0].Message);
    }

    // DQ709

    [Fact]
    public void DQ709_speaks_of_entries_that_share_their_data() =>
        Expect(
            new ZipBuilder().File("image/image001.png", Datasets.Image(1)).File("image/image002.png", Datasets.Image(1), entry => entry.OnlyInDirectory(0)),
            ValidationOptions.Default with { Level = DqLevel.Structure },
            "DQ709 -");

    [Theory]
    [InlineData(64UL << 20, 1000UL)]
    [InlineData((64UL << 20) + 1, 67_109UL)]
    public void DQ709_allows_up_to_64_MiB_and_up_to_a_thousandfold(ulong length, ulong packedLength) => Expect(Compressed(length, packedLength), Structure);

    [Fact]
    public void DQ709_speaks_of_an_entry_beyond_both() => Expect(Compressed((64UL << 20) + 1, 67_108UL), Structure, "DQ709 -");

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "DQ709 - ×6")]
    public void DQ709_speaks_of_a_total_above_the_setting(int tooMuch, string expected)
    {
        DatasetBuilder dataset = Datasets.ImageOnly();
        long total = dataset.Entries.Values.Sum(content => content!.Length);
        Expect(
            new ZipBuilder().Dataset(dataset),
            ValidationOptions.Default with { MaximumTotalBytes = total - tooMuch },
            expected.Length == 0 ? [] : [expected]);
    }

    // DQ710

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

    // DQ711

    [Theory]
    [InlineData("image/more.zip")]
    [InlineData("old.TAR.GZ")]
    [InlineData("backup.7z")]
    public void DQ711_speaks_of_archives_and_DQ111_does_not(string path) => Expect(Good().Text(path, "PK"), $"DQ711 {path}");

    // DQ712

    [Theory]
    [InlineData("chest.zip.zip")]
    [InlineData(" chest.zip")]
    [InlineData("chest .zip")]
    [InlineData("che\u0007st.zip")]
    [InlineData(".zip")]
    public void DQ712_speaks_of_names_that_were_hardly_meant(string name) => Assert.Equal(["DQ712"], Ids(Good().Write(_folder[name])));

    [Theory]
    [InlineData("chest X-ray 2024.ZIP")]
    [InlineData("胸部.v2.zip")]
    public void DQ712_allows_all_else(string name) => Assert.Empty(Ids(Good().Write(_folder[name])));

    // DQ713

    [Theory]
    [InlineData(65_535, "")]
    [InlineData(65_536, "DQ713 -")]
    public void DQ713_speaks_of_more_entries_than_a_plain_zip_has(int entries, string expected)
    {
        ZipBuilder zip = Good();
        for (int index = Good().Count; index < entries; index++)
        {
            zip.Folder("image");
        }

        Expect(
            zip.Zip64End(),
            Structure with { ExcludedRules = new HashSet<string>(["DQ706"]) },
            expected.Length == 0 ? [] : [expected]);
    }

    // DQ714

    public static TheoryData<string, string> Mismatches => new()
    {
        { "name", "its local header names 'image/other.png'" },
        { "method", "its local header has method 8 (Deflate), the directory 0 (stored)" },
        { "length", "its local header says 12345 bytes unpacked" },
        { "packed length", "its local header says 12345 bytes packed" },
        { "descriptor", "its local header says 12345 bytes unpacked" },
        { "no header", "there is no local header at offset 7" },
        { "beyond", "there is no local header at offset 99999999" },
        { "too much", "run into the directory at offset" },
        { "short zip64 field", "the zip64 field of its local header is too short" },
    };

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void DQ714_is_all_that_is_said_of_an_image_whose_local_header_differs(string what, string message)
    {
        DqTestResult result = Expect(
            Good("image/image001.png", entry => _ = what switch
            {
                "name" => entry.LocalName("image/other.png"),
                "method" => entry.LocalMethod(8),
                "length" => entry.LocalLength(12345),
                "packed length" => entry.LocalPackedLength(12345),
                "descriptor" => entry.Descriptor().LocalLength(12345),
                "no header" => entry.Offset(7),
                "beyond" => entry.Offset(99_999_999),
                "too much" => entry.PackedLength(99_999_999),
                _ => entry.LocalLength(uint.MaxValue).Extra(1, [1, 2], ZipExtraPlace.Local),
            }),
            "DQ714 image/image001.png");
        Assert.Contains(message, result.Issues[0].Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Agreements => ["descriptor", "deflated descriptor", "zip64", "zip64 in the local header", "zip64 in the directory", "long extra field"];

    [Theory]
    [MemberData(nameof(Agreements))]
    public void DQ714_knows_the_ways_in_which_local_headers_may_differ(string what) =>
        Expect(Good("image/image001.png", entry => _ = what switch
        {
            "descriptor" => entry.Descriptor(),
            "deflated descriptor" => entry.Deflated().Descriptor(isSigned: false),
            "zip64" => entry.Zip64(),
            "zip64 in the local header" => entry.Zip64(ZipExtraPlace.Local),
            "zip64 in the directory" => entry.Zip64(ZipExtraPlace.Central),
            _ => entry.Extra(0x6666, new byte[2000], ZipExtraPlace.Local),
        }));

    // DQ715

    [Fact]
    public void DQ715_is_one_issue_for_the_zip() =>
        Expect(
            Good()
                .File("image/é.png", Datasets.Image(8), entry => entry.WithoutUnicodePath())
                .File("image/影.png", Datasets.Image(9), entry => entry.WithoutUnicodePath())
                .File("image/像.png", Datasets.Image(10)),
            ValidationOptions.Default with { ExcludedRules = new HashSet<string>(["DQ205"]) },
            "DQ715 - ×2");

    // DQ716

    [Fact]
    public void DQ716_speaks_of_bytes_before_the_zip_and_after()
    {
        Expect(Good().Prepend("MZ self-extractor"u8.ToArray(), offsetsCountThem: false), "DQ716 -");
        Expect(Good().Prepend("MZ self-extractor"u8.ToArray(), offsetsCountThem: true), "DQ716 -");
        DqTestResult result = Expect(Good().Prepend([1, 2, 3], offsetsCountThem: false).Append([1, 2]), "DQ716 -");
        Assert.Equal("The file holds bytes that are no part of the zip: 3 before its first record and 2 after its last.", result.Issues[0].Message);
    }

    [Fact]
    public void DQ716_allows_a_record_that_the_directory_no_longer_lists() =>
        Expect(new ZipBuilder().Text("deleted", "x", entry => entry.NotInDirectory()).Dataset(Datasets.ImageOnly()));

    public void Dispose() => _folder.Dispose();

    private static ValidationOptions Structure { get; } = ValidationOptions.Default with { Level = DqLevel.Structure };

    private static ZipBuilder Good(string? shapedPath = null, Action<ZipEntryBuilder>? shape = null)
    {
        ZipBuilder zip = new();
        foreach ((string path, byte[]? content) in Datasets.ImageOnly().Entries)
        {
            zip.File(path, content!, path == shapedPath ? shape : null);
        }

        return zip;
    }

    private static ZipBuilder Compressed(ulong length, ulong packedLength) =>
        new ZipBuilder().File("image/a.dcm", [], entry => entry.Method(8).Packed(new byte[packedLength]).Length(length));

    private static string[] Ids(string path) =>
        DatasetValidator.Validate(path, cancellation: TestContext.Current.CancellationToken).Issues.Select(issue => issue.RuleId).ToArray();

    private DqTestResult Expect(ZipBuilder zip, params string[] expected) => Expect(zip, ValidationOptions.Default, expected);

    private DqTestResult Expect(ZipBuilder zip, ValidationOptions options, params string[] expected) =>
        RuleAssert.Check(zip.Write(_folder["dataset.zip"]), options, expected);

    private DqTestResult Validate(byte[] bytes)
    {
        File.WriteAllBytes(_folder["dataset.zip"], bytes);
        return DatasetValidator.Validate(_folder["dataset.zip"], cancellation: TestContext.Current.CancellationToken);
    }
}
