using DeepQDataset.Extraction;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Extraction;

/// <summary>What a zip must not do to whoever unpacks it.</summary>
public sealed class HostileArchiveTests : ExtractionTestBase
{
    [Theory]
    [InlineData("../evil.png")]
    [InlineData("image/../../evil.png")]
    [InlineData("image\\..\\..\\evil.png")]
    [InlineData("/tmp/evil.png")]
    [InlineData("\\\\server\\share\\evil.png")]
    [InlineData("C:\\evil.png")]
    [InlineData("c:evil.png")]
    [InlineData(".. /evil.png")]
    public void Nothing_is_written_outside_of_the_destination(string name)
    {
        DatasetException failure = ExtractAndFail(new ZipBuilder().File(name, Content), "UnsafePath");

        Assert.Contains("evil.png", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["good.png"], Listing());
        IEnumerable<string?> around = Directory.EnumerateFileSystemEntries(Folder.FullPath).Select(Path.GetFileName);
        Assert.Equal(["dataset.zip", "out"], around.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0xA1FF)]
    [InlineData(0x11B6)]
    [InlineData(0x21B6)]
    public void No_links_or_special_files_are_made(ushort mode)
    {
        ExtractAndFail(new ZipBuilder().Text("link", "/etc", entry => entry.UnixMode(mode)).Folder("empty"), "LinkEntry");
        Assert.Equal(["empty", "good.png"], Listing());
    }

    [Fact]
    public void A_link_in_the_zip_leads_no_later_entry_elsewhere()
    {
        ExtractAndFail(new ZipBuilder().SymbolicLink("image", "..").File("image/a.png", Content), "LinkEntry");
        Assert.Equal(["good.png", "image", "image/a.png"], Listing());
    }

    [Fact]
    public void A_link_in_the_destination_is_not_written_through()
    {
        Directory.CreateDirectory(Folder["elsewhere"]);
        Directory.CreateDirectory(Destination);
        MakeLink(() => Directory.CreateSymbolicLink(Folder["out/image"], Folder["elsewhere"]));
        ExtractAndFail(
            new ZipBuilder().File("image/a.png", Content).File("image/deeper/b.png", Content),
            "DestinationIsLink",
            new ExtractionOptions { Overwrite = true });

        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder["elsewhere"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_linked_file_in_the_destination_is_replaced_or_left_and_never_followed(bool overwrite)
    {
        File.WriteAllText(Folder["secret"], "mine");
        Directory.CreateDirectory(Destination);
        MakeLink(() => File.CreateSymbolicLink(Folder["out/a.png"], Folder["secret"]));
        ExtractionResult result = Extract(new ZipBuilder().File("a.png", Content), new ExtractionOptions { Overwrite = overwrite });

        Assert.Equal(overwrite ? [] : ["DestinationExists"], result.Failures.Select(failure => failure.ErrorId));
        Assert.Equal("mine", File.ReadAllText(Folder["secret"]));
        Assert.Equal(overwrite, new FileInfo(Folder["out/a.png"]).LinkTarget is null);
    }

    [Fact]
    public void A_link_to_the_very_content_is_not_what_was_written()
    {
        File.WriteAllBytes(Folder["same"], Content);
        Directory.CreateDirectory(Destination);
        MakeLink(() => File.CreateSymbolicLink(Folder["out/a.png"], Folder["same"]));

        Assert.Equal("DestinationExists", Assert.Single(Extract(new ZipBuilder().File("a.png", Content)).Failures).ErrorId);
    }

    [Theory]
    [InlineData("image/con", "image/_con")]
    [InlineData("NUL.png", "_NUL.png")]
    [InlineData("aux/COM1.tar.gz", "_aux/_COM1.tar.gz")]
    [InlineData("image. /a.png", "image/a.png")]
    [InlineData("a.png...", "a.png")]
    [InlineData("... ./a", "_/a")]
    [InlineData("image/a:stream.png", "image/a_stream.png")]
    [InlineData("a?b*c|d<e>f\"g\u0007.png", "a_b_c_d_e_f_g_.png")]
    [InlineData(".hidden/ a.png", ".hidden/ a.png")]
    public void Names_are_put_right_for_every_system(string name, string expected)
    {
        Assert.Empty(Extract(new ZipBuilder().File(name, Content)).Failures);
        Assert.Contains(expected, Listing());
    }

    [Fact]
    public void A_name_longer_than_file_systems_take_is_cut_before_its_extension()
    {
        Extract(new ZipBuilder().File($"{new string('影', 200)}.png", Content).File($"x.{new string('y', 300)}", Content));
        Assert.Equal(["x." + new string('y', 253), new string('影', 83) + ".png"], Listing());
    }

    [Fact]
    public void Names_that_become_one_are_not_mixed_up()
    {
        DatasetException failure = ExtractAndFail(new ZipBuilder().File("nul", Content).File("_nul", [1]), "DuplicateEntry");
        Assert.Equal("The zip holds '_nul' 2 times with different content. It is not written.", failure.Message);
    }

    [Theory]
    [InlineData("encrypted", "EncryptedEntry")]
    [InlineData("AES", "EncryptedEntry")]
    [InlineData("method", "CompressionMethod")]
    [InlineData("CRC", "ChecksumMismatch")]
    [InlineData("too long", "ChecksumMismatch")]
    [InlineData("too long, stored", "ChecksumMismatch")]
    [InlineData("too short", "ChecksumMismatch")]
    [InlineData("invalid", "ChecksumMismatch")]
    [InlineData("elsewhere", "ChecksumMismatch")]
    public void What_is_wrong_with_one_entry_keeps_no_other_from_being_written(string what, string errorId)
    {
        DatasetException failure = ExtractAndFail(
            new ZipBuilder().File("image/bad.png", Content, entry => _ = what switch
            {
                "encrypted" => entry.Encrypted(),
                "AES" => entry.AesEncrypted(),
                "method" => entry.Method(14),
                "CRC" => entry.Crc(1),
                "too long" => entry.Deflated().Length(7).Crc(System.IO.Hashing.Crc32.HashToUInt32(Content.AsSpan(0, 7))),
                "too long, stored" => entry.Length(7).Crc(System.IO.Hashing.Crc32.HashToUInt32(Content.AsSpan(0, 7))),
                "too short" => entry.Deflated().Length(1000),
                "invalid" => entry.Method(8).Packed([0xFF, 0xFF, 0xFF]),
                _ => entry.Offset(5),
            }),
            errorId);

        Assert.Equal("image/bad.png", failure.Target);
        Assert.Contains("'image/bad.png'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("image/bad.png", Listing());
        Assert.DoesNotContain(Listing(), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private static void MakeLink(Action make)
    {
        try
        {
            make();
        }
        catch (IOException) when (OperatingSystem.IsWindows())
        {
            Assert.Skip("Making links needs a right that this user does not have.");
        }
    }
}
