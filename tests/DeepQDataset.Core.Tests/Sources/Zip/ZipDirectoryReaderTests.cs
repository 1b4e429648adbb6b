using System.Formats.Tar;
using System.Text;
using DeepQDataset.Sources.Zip;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Sources.Zip;

public sealed class ZipDirectoryReaderTests
{
    private static readonly byte[] Content = "content"u8.ToArray();

    [Fact]
    public void It_lists_entries_in_the_directory_s_order()
    {
        ZipDirectory directory = ZipFile.Read(
            new ZipBuilder().File("b", Content).File("a", Content, entry => entry.Deflated()).Folder("c"));

        Assert.Null(directory.Failure);
        Assert.Equal(["b", "a", "c"], directory.Entries.Select(entry => entry.Path));
        Assert.Equal([7L, 7L, 0L], directory.Entries.Select(entry => entry.Length));
        Assert.Equal([ZipMethod.Stored, ZipMethod.Deflate, ZipMethod.Stored], directory.Entries.Select(entry => entry.Record.Method));
        Assert.True(directory.Entries[2].IsFolder);
    }

    [Fact]
    public void An_empty_zip_is_a_zip()
    {
        ZipDirectory directory = ZipFile.Read(new ZipBuilder());

        Assert.Null(directory.Failure);
        Assert.Empty(directory.Entries);
        Assert.Equal((0, 0), (directory.LeadingBytes, directory.TrailingBytes));
    }

    [Fact]
    public void Sizes_and_offsets_come_from_the_zip64_field_where_the_plain_ones_are_saturated()
    {
        ZipDirectory directory = ZipFile.Read(
            new ZipBuilder().File("a", Content).File("b", Content, entry => entry.Zip64().Length(1UL << 40)).Zip64End());

        Assert.True(directory.IsZip64);
        Assert.Equal(1L << 40, directory.Entries[1].Length);
        Assert.Equal(7, directory.Entries[1].Record.PackedLength);
        Assert.Equal(38, directory.Entries[1].Record.LocalHeaderOffset);
    }

    [Fact]
    public void Sizes_beyond_what_a_number_can_hold_are_the_largest_number()
    {
        ZipDirectory directory = ZipFile.Read(new ZipBuilder()
            .File("a", Content, entry => entry.Zip64(ZipExtraPlace.Central)
                .Length(ulong.MaxValue).PackedLength(1UL << 63).Offset(ulong.MaxValue - 1)));

        ZipRecord record = Assert.Single(directory.Entries).Record;
        Assert.Equal((long.MaxValue, long.MaxValue, long.MaxValue), (record.Length, record.PackedLength, record.LocalHeaderOffset));
    }

    [Fact]
    public void More_entries_than_a_plain_end_record_can_count_are_all_read()
    {
        ZipBuilder builder = new();
        for (int index = 0; index < 65_540; index++)
        {
            builder.File($"{index}", []);
        }

        Assert.Equal(65_540, ZipFile.Read(builder).Entries.Count);
    }

    [Fact]
    public void The_extended_timestamp_is_the_time_of_last_writing()
    {
        DateTime written = new(2024, 3, 1, 12, 30, 15, DateTimeKind.Utc);
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", Content, entry => entry.Timestamp(written)));

        Assert.Equal(written, Assert.Single(directory.Entries).LastWriteTimeUtc);
    }

    [Fact]
    public void The_times_that_macOS_writes_are_read()
    {
        DateTime written = new(2015, 3, 4, 20, 8, 2, DateTimeKind.Utc);
        byte[] data = new byte[8];
        BitConverter.TryWriteBytes(data.AsSpan(4), (int)new DateTimeOffset(written, TimeSpan.Zero).ToUnixTimeSeconds());
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", Content, entry => entry.Extra(0x5855, data)));

        Assert.Equal(written, Assert.Single(directory.Entries).LastWriteTimeUtc);
    }

    [Fact]
    public void An_impossible_date_is_no_date()
    {
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", Content, entry => entry.DosTime(0, 0xFFFF)));

        Assert.Null(Assert.Single(directory.Entries).LastWriteTimeUtc);
    }

    public static TheoryData<string, string, string> Failures => new()
    {
        { "empty file", nameof(ZipFailureKind.Empty), "empty" },
        { "no end record", nameof(ZipFailureKind.NoEndRecord), "cut off" },
        { "cut in the end record", nameof(ZipFailureKind.NoEndRecord), "cut off" },
        { "cut at the front", nameof(ZipFailureKind.DirectoryDamaged), "8 bytes are missing" },
        { "a volume", nameof(ZipFailureKind.MultipleVolumes), "volume 3" },
        { "too many entries claimed", nameof(ZipFailureKind.DirectoryDamaged), "claims 9 entries, its directory holds 1" },
        { "directory beyond the file", nameof(ZipFailureKind.DirectoryDamaged), "no directory of 4000000 bytes" },
        { "first volume", nameof(ZipFailureKind.OtherFormat), "split zip" },
        { "zip64 volume", nameof(ZipFailureKind.MultipleVolumes), "volume 3" },
        { "cut in a record", nameof(ZipFailureKind.DirectoryDamaged), "is cut off" },
        { "zip64 end elsewhere", nameof(ZipFailureKind.DirectoryDamaged), "not where the locator says" },
        { "short zip64 field", nameof(ZipFailureKind.DirectoryDamaged), "zip64 field" },
        { "RAR", nameof(ZipFailureKind.OtherFormat), "RAR" },
        { "7z", nameof(ZipFailureKind.OtherFormat), "7z" },
        { "gzip", nameof(ZipFailureKind.OtherFormat), "gzip" },
        { "tar", nameof(ZipFailureKind.OtherFormat), "tar" },
        { "text", nameof(ZipFailureKind.NoEndRecord), "end record" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void What_is_no_zip_is_said_to_be_none(string what, string kind, string detail)
    {
        ZipDirectory directory = ZipFile.Read(Broken(what));

        Assert.Empty(directory.Entries);
        Assert.Equal(kind, directory.Failure?.Kind.ToString());
        Assert.Contains(detail, directory.Failure!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1UL << 62)]
    [InlineData(0xFFFF_FFFFUL)]
    public void Memory_does_not_grow_with_what_is_claimed(ulong claimed)
    {
        byte[] bytes = new ZipBuilder().File("a", Content).Zip64End().ClaimEntries(claimed).ToArray();
        ZipFile.Read(bytes);

        long before = GC.GetAllocatedBytesForCurrentThread();
        ZipDirectory directory = ZipFile.Read(bytes);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.NotNull(directory.Failure);
        Assert.InRange(allocated, 0, 512 * 1024);
    }

    [Fact]
    public void Memory_stays_a_small_multiple_of_the_directory()
    {
        ZipBuilder builder = new();
        for (int index = 0; index < 20_000; index++)
        {
            builder.File($"image/Study{index / 100}/Series1/image{index}.png", []);
        }

        byte[] bytes = builder.ToArray();
        ZipFile.Read(bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ZipDirectory directory = ZipFile.Read(bytes);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, 10 * (directory.FileLength - directory.Start));
    }

    private static byte[] Broken(string what) => what switch
    {
        "empty file" => [],
        "no end record" => new ZipBuilder().File("a", Content).WithoutEnd().ToArray(),
        "cut in the end record" => new ZipBuilder().File("a", Content).Cut(3).ToArray(),
        "cut at the front" => new ZipBuilder().File("a", Content).ToArray()[8..],
        "a volume" => new ZipBuilder().File("a", Content).Disk(2).ToArray(),
        "first volume" => [.. "PK\u0007\u0008"u8, .. new ZipBuilder().File("a", Content).WithoutEnd().ToArray()],
        "zip64 volume" => WithSaturatedDisk(new ZipBuilder().File("a", Content).Disk(2).Zip64End().ToArray()),
        "cut in a record" => WithLongName(new ZipBuilder().File("a", Content).ToArray()),
        "too many entries claimed" => new ZipBuilder().File("a", Content).ClaimEntries(9).ToArray(),
        "directory beyond the file" => new ZipBuilder().File("a", Content)
            .ClaimDirectorySize(4_000_000).ClaimDirectoryOffset(5_000_000).ToArray(),
        "zip64 end elsewhere" => WithoutZip64End(new ZipBuilder().File("a", Content).Zip64End().ToArray()),
        "short zip64 field" => new ZipBuilder()
            .File("a", Content, entry => entry.Length(uint.MaxValue).Extra(1, [1, 2, 3], ZipExtraPlace.Central)).ToArray(),
        "RAR" => [.. "Rar!\u001A\u0007\u0001\u0000"u8, .. new byte[600]],
        "7z" => [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, .. new byte[600]],
        "gzip" => [0x1F, 0x8B, 8, .. new byte[600]],
        "tar" => Tar(),
        _ => Encoding.ASCII.GetBytes("image001,Class A,1\n"),
    };

    private static byte[] WithSaturatedDisk(byte[] zip)
    {
        zip.AsSpan(zip.Length - 18, 4).Fill(0xFF);
        return zip;
    }

    private static byte[] WithLongName(byte[] zip)
    {
        zip.AsSpan(zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 28, 2).Fill(0xFF);
        return zip;
    }

    private static byte[] WithoutZip64End(byte[] zip)
    {
        zip[zip.AsSpan().IndexOf("PK\u0006\u0006"u8)] = 0;
        return zip;
    }

    private static byte[] Tar()
    {
        using MemoryStream stream = new();
        using (TarWriter writer = new(stream, leaveOpen: true))
        {
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "a") { DataStream = new MemoryStream(Content) });
        }

        return stream.ToArray();
    }
}
