using DeepQDataset.Streams;
using DeepQDataset.TestKit;
using Microsoft.Win32.SafeHandles;
using Xunit;

namespace DeepQDataset.Core.Tests.Streams;

public sealed class FileRegionStreamTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void It_reads_its_part_of_the_file_and_no_more()
    {
        using SafeFileHandle handle = FileRegionStream.OpenShared(Numbers());
        using FileRegionStream region = new(handle, 10, 5);

        Assert.Equal([10, 11, 12, 13, 14], ReadAll(region));
        Assert.Equal(5, region.Length);
    }

    [Fact]
    public void It_seeks_like_any_stream()
    {
        using SafeFileHandle handle = FileRegionStream.OpenShared(Numbers());
        using FileRegionStream region = new(handle, 10, 5);

        region.Seek(-2, SeekOrigin.End);
        Assert.Equal(13, region.ReadByte());
        region.Position = 1;
        Assert.Equal(11, region.ReadByte());
        region.Seek(1, SeekOrigin.Current);
        Assert.Equal(13, region.ReadByte());
        region.Position = 100;
        Assert.Equal(-1, region.ReadByte());
        Assert.Throws<ArgumentOutOfRangeException>(() => region.Position = -1);
    }

    [Fact]
    public void It_ends_early_where_the_file_does()
    {
        using SafeFileHandle handle = FileRegionStream.OpenShared(Numbers());
        using FileRegionStream region = new(handle, 98, 5000);

        Assert.Equal([98, 99], ReadAll(region));
    }

    [Fact]
    public void A_whole_file_can_be_renamed_and_deleted_while_it_is_read()
    {
        string path = Numbers();
        using FileRegionStream file = FileRegionStream.OpenFile(path);
        string other = path + ".renamed";
        File.Move(path, other);
        File.Delete(other);

        Assert.Equal(100, ReadAll(file).Length);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] ReadAll(Stream stream)
    {
        using MemoryStream all = new();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private string Numbers()
    {
        string path = _folder["numbers.bin"];
        File.WriteAllBytes(path, [.. Enumerable.Range(0, 100).Select(number => (byte)number)]);
        return path;
    }
}
