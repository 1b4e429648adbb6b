using System.Text;
using DeepQDataset.Sources.Zip;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Sources.Zip;

/// <summary>Where a zip ends and begins, whatever stands around it and in its comment.</summary>
public sealed class ZipEndTests
{
    private const int Mebibyte = 1 << 20;

    private static readonly byte[] Content = "content"u8.ToArray();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bytes_before_the_zip_are_counted_whether_or_not_its_offsets_know_of_them(bool offsetsCountThem)
    {
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().Prepend(new byte[1000], offsetsCountThem).File("a", Content).Zip64End());

        Assert.Null(directory.Failure);
        Assert.Equal(1000, directory.LeadingBytes);
        Assert.Equal(offsetsCountThem ? 0 : 1000, directory.BaseOffset);
        Assert.Equal(1000, Assert.Single(directory.Entries).Record.LocalHeaderOffset);
    }

    [Fact]
    public void Bytes_after_the_zip_are_counted()
    {
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", Content).Comment("comment"u8.ToArray()).Append(new byte[300]));

        Assert.Null(directory.Failure);
        Assert.Equal("comment", Encoding.ASCII.GetString(directory.Comment.Span));
        Assert.Equal(300, directory.TrailingBytes);
    }

    [Fact]
    public void A_comment_that_holds_a_whole_zip_is_a_comment()
    {
        byte[] inner = new ZipBuilder().ToArray();
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", Content).Comment([.. "PK\u0005\u0006"u8, .. inner]));

        Assert.Equal("a", Assert.Single(directory.Entries).Path);
        Assert.Equal(0, directory.TrailingBytes);
    }

    [Fact]
    public void The_longest_comment_is_passed_over()
    {
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", Content).Comment(new byte[ushort.MaxValue]));

        Assert.Single(directory.Entries);
        Assert.Equal(ushort.MaxValue, directory.Comment.Length);
    }

    [Theory]
    [InlineData(70_000)]
    [InlineData(Mebibyte)]
    public void A_zip_that_up_to_a_mebibyte_follows_is_found(int appended)
    {
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", Content).Append(new byte[appended]));

        Assert.Equal("a", Assert.Single(directory.Entries).Path);
        Assert.Equal(appended, directory.TrailingBytes);
    }

    [Fact]
    public void A_zip_that_more_follows_is_not_looked_for()
    {
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", Content).Append(new byte[Mebibyte + ushort.MaxValue + 1]));
        Assert.Equal(ZipFailureKind.NoEndRecord, directory.Failure?.Kind);
    }

    [Fact]
    public void A_comment_that_is_cut_off_hides_no_entry()
    {
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", Content).Comment(new byte[200]).Cut(50));

        Assert.Single(directory.Entries);
        Assert.Equal(150, directory.Comment.Length);
    }

    [Fact]
    public void A_comment_of_nothing_but_end_records_hides_no_entry()
    {
        byte[] end = new ZipBuilder().ToArray();
        byte[] comment = [.. Enumerable.Repeat(end, ushort.MaxValue / end.Length).SelectMany(bytes => bytes)];
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().File("a", Content).Comment(comment));

        Assert.Equal("a", Assert.Single(directory.Entries).Path);
        Assert.Equal(comment.Length, directory.Comment.Length);
    }

    [Fact]
    public void A_file_of_nothing_but_end_records_is_soon_given_up()
    {
        byte[] record = [.. "PK\u0005\u0006"u8, 0, 0, 0, 0];
        byte[] bytes = [.. Enumerable.Repeat(record, 3 * Mebibyte / record.Length).SelectMany(part => part)];

        Assert.NotNull(ZipFile.Read(bytes).Failure);
    }

    [Theory]
    [InlineData("PK00", true)]
    [InlineData("PK00", false)]
    [InlineData("PK\u0007\u0008", true)]
    public void The_mark_of_split_zips_before_a_whole_one_is_no_foreign_byte(string mark, bool offsetsCountIt)
    {
        ZipDirectory directory = ZipFile.Read(new ZipBuilder().Prepend(Encoding.ASCII.GetBytes(mark), offsetsCountIt).File("a", Content));

        Assert.Equal("a", Assert.Single(directory.Entries).Path);
        Assert.Equal(0, directory.LeadingBytes);
    }

    [Fact]
    public void The_mark_before_other_bytes_is_foreign_like_them()
    {
        ZipDirectory directory = ZipFile.Read(
            new ZipBuilder().Prepend("PK00 and more"u8.ToArray(), offsetsCountThem: true).File("a", Content));
        Assert.Equal(13, directory.LeadingBytes);
    }
}
