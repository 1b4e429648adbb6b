using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Core.Tests.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Building.ArchiveAssert;

namespace DeepQDataset.Core.Tests.Building.Zip;

/// <summary>The zip itself: bytes, names, sizes, and what remains when it fails.</summary>
public sealed class ArchiveWriterTests : ArchiveWriterTestBase
{
    [Fact]
    public void The_result_says_what_was_written()
    {
        DqArchive archive = Write(Plan(File("image/a.png", "png"), File("label.csv", "csv")), Zip);
        byte[] bytes = System.IO.File.ReadAllBytes(Zip);
        Assert.Equal((Zip, "out", 2, 1, bytes.Length), (archive.Path, archive.Dataset, archive.Entries, archive.Images, archive.Bytes));
        Assert.Equal(Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant(), archive.Sha256);
        Assert.True(archive.Duration > TimeSpan.Zero);
    }

    [Fact]
    public void Images_are_stored_and_the_rest_is_deflated_where_that_helps()
    {
        string text = new('x', 10_000);
        Write(Plan(File("a.png", text), File("b.JPG", text), File("c.dcm", text), File("d.dcm", Noise(10_000)),
            File("e.dcm", Noise(3 << 20)), File("f.csv", "")), Zip);
        using ZipArchive zip = ZipFile.OpenRead(Zip);
        Assert.Equal(
            ["a.png True", "b.JPG True", "c.dcm False", "d.dcm True", "e.dcm True", "f.csv True"],
            zip.Entries.Select(entry => $"{entry.FullName} {entry.CompressedLength == entry.Length}"));
    }

    [Fact]
    public void Small_and_large_contents_come_out_as_they_went_in()
    {
        byte[] largeNoise = Noise((9 << 20) + 1);
        byte[] halfNoise = [.. Noise(12 << 20), .. new byte[12 << 20]];
        Write(Plan(File("a.png", largeNoise), File("b.dcm", largeNoise), File("c.dcm", halfNoise), File("d.dcm", new byte[20 << 20]),
            File("e.png", [])), Zip);
        Assert.Equal(largeNoise, Read(Zip, "a.png"));
        Assert.Equal(largeNoise, Read(Zip, "b.dcm"));
        Assert.Equal(halfNoise, Read(Zip, "c.dcm"));
        Assert.Equal(new byte[20 << 20], Read(Zip, "d.dcm"));
        Assert.Empty(Read(Zip, "e.png"));
        Assert.Equal(["out.zip"], Left());
        Witness.Run("unzip", "-tq", Zip);
    }

    [Fact]
    public void The_same_sources_make_the_same_bytes_whatever_the_threads()
    {
        PlannedEntry[] entries = Enumerable.Range(0, 400).Select(number => File($"image/{number:000}.dcm", new string('x', number * 100)))
            .ToArray();
        DqArchive one = ArchiveWriter.Write(Plan(entries), Folder["1.zip"], Options with { ThrottleLimit = 1 }, null,
            TestContext.Current.CancellationToken);
        DqArchive four = ArchiveWriter.Write(Plan(entries), Folder["4.zip"], Options with { ThrottleLimit = 4 }, null,
            TestContext.Current.CancellationToken);
        Assert.Equal(one.Sha256, four.Sha256);
    }

    [Fact]
    public void Names_beyond_ascii_have_bit_11_and_field_0x7075_in_both_headers()
    {
        const string Name = "image/胸部é.png";
        Write(Plan(File(Name, "x"), File("image/plain.png", "x")), Zip);
        byte[] bytes = System.IO.File.ReadAllBytes(Zip);
        byte[] name = Encoding.UTF8.GetBytes(Name);
        byte[] field = [0x75, 0x70, (byte)(5 + name.Length), 0, 1, .. BitConverter.GetBytes(Crc32.HashToUInt32(name)), .. name];
        Assert.Equal(2, Count(bytes, field));

        int local = bytes.AsSpan().IndexOf("PK\x03\x04"u8);
        int central = bytes.AsSpan().IndexOf("PK\x01\x02"u8);
        int plain = central + 46 + bytes[central + 28] + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(central + 30));
        Assert.Equal(0, bytes[local + 7] & 8);
        Assert.Equal(0, bytes[central + 9] & 8);
        Assert.Equal(8, bytes[plain + 9] & 8);
    }

    [Fact]
    public void An_entry_says_when_its_file_was_written_and_who_may_read_it()
    {
        Write(Plan(File("a.png", "x")), Zip);
        byte[] bytes = System.IO.File.ReadAllBytes(Zip);
        byte[] field = [0x55, 0x54, 5, 0, 1, .. BitConverter.GetBytes((int)new DateTimeOffset(Written).ToUnixTimeSeconds())];
        Assert.Equal(2, Count(bytes, field));
        using ZipArchive zip = ZipFile.OpenRead(Zip);
        Assert.Equal(Written, zip.Entries[0].LastWriteTime.DateTime);
        Assert.Equal(unchecked((int)0x81A40000), zip.Entries[0].ExternalAttributes);
    }

    [Fact]
    public void A_source_that_changed_or_vanished_is_named_and_no_archive_is_left()
    {
        PlannedEntry[] entries = [File("a.png", "1234"), File("b.dcm", "1234"), File("c.png", Noise(9 << 20))];
        System.IO.File.AppendAllText(entries[0].Content.Location, "5");
        AssertFails("SourceChanged", entries[0]);
        System.IO.File.WriteAllText(entries[1].Content.Location, "1");
        AssertFails("SourceChanged", entries[1]);
        System.IO.File.Delete(entries[2].Content.Location);
        AssertFails("SourceGone", entries[2]);
    }

    [Fact]
    public void The_first_entry_that_fails_is_the_one_told_of()
    {
        PlannedEntry[] entries = Enumerable.Range(0, 50).Select(number => File($"{number:00}.png", "x")).ToArray();
        System.IO.File.Delete(entries[40].Content.Location);
        System.IO.File.Delete(entries[20].Content.Location);
        Assert.Equal(entries[20].Content.Location, Assert.Throws<DatasetException>(() => Write(Plan(entries), Zip)).Target);
    }

    [Fact]
    public void Cancelling_leaves_nothing_also_in_the_middle_of_a_large_file()
    {
        using CancellationTokenSource source = new();
        PlannedEntry endless = new("a.csv", new GeneratedContent("a.csv", null, (stream, token) =>
        {
            byte[] block = new byte[1 << 16];
            for (int count = 0; ; count++)
            {
                token.ThrowIfCancellationRequested();
                stream.Write(block);
                if (count == 10)
                {
                    source.CancelAfter(10);
                }
            }
        }), IsImage: false);
        Assert.ThrowsAny<OperationCanceledException>(() => ArchiveWriter.Write(Plan(endless), Zip, Options, null, source.Token));
        Assert.Empty(Left());
    }

    [Fact]
    public void Progress_counts_bytes_up_to_all_of_them()
    {
        Collector progress = new();
        PlannedEntry[] entries = [File("a.png", Noise(9 << 20)), File("b.dcm", Noise(2 << 20)), File("c.png", "x")];
        ArchiveWriter.Write(Plan(entries), Zip, Options, progress, TestContext.Current.CancellationToken);
        Assert.Equal((11L << 20) + 1, progress.Reports[^1].Done);
        Assert.All(progress.Reports, report => Assert.Equal(((11L << 20) + 1, "bytes"), (report.Total, report.Unit)));
        Assert.Equal(progress.Reports.OrderBy(report => report.Done), progress.Reports);
        Assert.InRange(progress.Reports.Count, 9, 20);
    }

    [Theory]
    [InlineData("../a.png", "UnsafeEntryName")]
    [InlineData("/a.png", "UnsafeEntryName")]
    [InlineData("image//a.png", "UnsafeEntryName")]
    [InlineData("b.png", "DuplicateEntryName")]
    public void A_plan_has_neither_unsafe_nor_equal_names(string name, string errorId) =>
        Assert.Equal(errorId, Assert.Throws<DatasetException>(() => Plan(Generated("b.png", "x"), Generated(name, "x"))).ErrorId);

    private static int Count(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> what) => bytes.Count(what);

    private void AssertFails(string errorId, PlannedEntry entry)
    {
        DatasetException exception = Assert.Throws<DatasetException>(() => Write(Plan(entry), Zip));
        Assert.Equal((errorId, entry.Content.Location), (exception.ErrorId, exception.Target));
        Assert.Empty(Left());
    }
}
