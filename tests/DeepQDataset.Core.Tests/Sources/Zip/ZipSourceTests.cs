using System.Security.Cryptography;
using DeepQDataset.Sources.Zip;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Sources.Zip;

public sealed class ZipSourceTests : IDisposable
{
    private static readonly byte[] Content = "some content, some content, some content"u8.ToArray();

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("chest.zip", "chest")]
    [InlineData("chest.ZIP", "chest")]
    [InlineData("chest.2024.zip", "chest.2024")]
    [InlineData("chest", "chest")]
    public void The_dataset_has_the_zip_s_name(string file, string name)
    {
        using ZipSource source = Open(new ZipBuilder(), file);
        Assert.Equal(name, source.Name);
    }

    [Fact]
    public void Entries_are_sorted_and_without_what_is_no_part_of_the_dataset()
    {
        using ZipSource source = Open(new ZipBuilder()
            .Folder("./")
            .File("b\\c.png", Content)
            .File("a.png", Content)
            .File("../evil.png", Content)
            .SymbolicLink("link.png", "/etc/passwd")
            .File("a.png", [1])
            .Folder("a"));

        Assert.Equal(["a", "a.png", "b/c.png"], source.Entries.Select(entry => entry.Path));
        Assert.Equal([0L, Content.Length, Content.Length], source.Entries.Select(entry => entry.Length));
    }

    [Fact]
    public void A_stored_entry_can_seek_and_a_deflated_one_reads_forward()
    {
        using ZipSource source = Open(new ZipBuilder().File("a", Content).File("b", Content, entry => entry.Deflated().Descriptor()));

        using Stream stored = source.Open(source.Entries[0]);
        stored.Position = 5;
        Assert.True(stored.CanSeek);
        Assert.Equal(Content[5..], ReadAll(stored));

        using Stream deflated = source.Open(source.Entries[1]);
        Assert.False(deflated.CanSeek);
        Assert.Equal(Content, ReadAll(deflated));
    }

    [Fact]
    public void A_deflated_entry_yields_no_more_than_it_declares()
    {
        using ZipSource source = Open(new ZipBuilder().File("a", new byte[1 << 20], entry => entry.Deflated().Length(100)));
        using Stream stream = source.Open(source.Entries[0]);

        Assert.Equal(100, ReadAll(stream).Length);
    }

    [Fact]
    public void Entries_of_a_zip_behind_other_bytes_are_found()
    {
        using ZipSource source = Open(new ZipBuilder().Prepend(new byte[5000], offsetsCountThem: false).File("a", Content));
        using Stream stream = source.Open(source.Entries[0]);

        Assert.Equal(Content, ReadAll(stream));
    }

    public static TheoryData<string> Unreadable => ["encrypted", "AES", "method", "no header", "beyond", "into directory"];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_cannot_be_read_says_so(string why)
    {
        using ZipSource source = Open(new ZipBuilder().File("a", Content, entry => _ = why switch
        {
            "encrypted" => entry.Encrypted(),
            "AES" => entry.AesEncrypted(),
            "method" => entry.Method(12),
            "no header" => entry.Offset(5),
            "beyond" => entry.Offset(1_000_000),
            _ => entry.PackedLength(1000),
        }));

        Assert.Throws<InvalidDataException>(() => source.Open(source.Entries[0]));
    }

    [Fact]
    public void Damaged_data_end_in_a_typed_exception()
    {
        using ZipSource source = Open(new ZipBuilder().File("a", Content, entry => entry.Method(8).Packed([0xFF, 0xFF, 0xFF])));
        using Stream stream = source.Open(source.Entries[0]);

        Assert.Throws<InvalidDataException>(() => ReadAll(stream));
    }

    [Fact]
    public void Many_threads_read_one_zip()
    {
        Random random = new(1);
        byte[][] contents = new byte[200][];
        ZipBuilder builder = new();
        for (int index = 0; index < contents.Length; index++)
        {
            contents[index] = new byte[random.Next(100_000)];
            random.NextBytes(contents[index].AsSpan(0, contents[index].Length / 2));
            builder.File($"{index:000}", contents[index], entry => _ = index % 2 == 0 ? entry : entry.Deflated());
        }

        using ZipSource source = Open(builder);
        ParallelOptions options = new() { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken };
        Parallel.For(0, contents.Length, options, index =>
        {
            using Stream stream = source.Open(source.Entries[index]);
            Assert.Equal(SHA256.HashData(contents[index]), SHA256.HashData(stream));
        });
    }

    [Fact]
    public void A_zip_can_be_deleted_while_it_is_read()
    {
        using ZipSource source = Open(new ZipBuilder().File("a", Content));
        File.Delete(source.FullPath);
        using Stream stream = source.Open(source.Entries[0]);

        Assert.Equal(Content, ReadAll(stream));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] ReadAll(Stream stream)
    {
        using MemoryStream all = new();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private ZipSource Open(ZipBuilder builder, string file = "dataset.zip") =>
        ZipSource.Open(builder.Write(_folder[file]), TestContext.Current.CancellationToken);
}
