using System.IO.Compression;
using System.Text;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.TestKit;

/// <summary>Tests that other programs read the zips of the builder, unless it is told to write errors.</summary>
public sealed class ZipBuilderTests : IDisposable
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("image001,Class A,1\n", 50)));

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Shapes => [.. Builders.Keys];

    private static Dictionary<string, Func<ZipBuilder>> Builders { get; } = new(StringComparer.Ordinal)
    {
        ["stored"] = () => new ZipBuilder().File("image/a.bin", Text),
        ["deflated"] = () => new ZipBuilder().File("image/a.bin", Text, entry => entry.Deflated()),
        ["folder"] = () => new ZipBuilder().Folder("image").File("image/a.bin", Text),
        ["unicode"] = () => new ZipBuilder().File("影像/é.bin", Text),
        ["signed descriptor"] = () => new ZipBuilder().File("a.bin", Text, entry => entry.Deflated().Descriptor()),
        ["plain descriptor"] = () => new ZipBuilder().File("a.bin", Text, entry => entry.Deflated().Descriptor(isSigned: false)),
        ["zip64 fields"] = () => new ZipBuilder().File("a.bin", Text, entry => entry.Zip64()).File("b.bin", Text),
        ["zip64 end"] = () => new ZipBuilder().File("a.bin", Text).Zip64End(),
        ["comment"] = () => new ZipBuilder().File("a.bin", Text).Comment("spring delivery"u8.ToArray()),
        ["timestamp"] = () => new ZipBuilder().File(
            "a.bin", Text, entry => entry.Timestamp(new DateTime(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc))),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_runtime_reads_it(string shape)
    {
        using MemoryStream stream = new(Builders[shape]().ToArray());
        using ZipArchive archive = new(stream);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            using Stream content = entry.Open();
            using MemoryStream read = new();
            content.CopyTo(read);
            Assert.Equal(Text, read.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Unzip_tests_it(string shape) => Witness.Run("unzip", "-tqq", Builders[shape]().Write(_folder["a.zip"]));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Python_tests_it(string shape) => Witness.Run("python3", "-m", "zipfile", "-t", Builders[shape]().Write(_folder["a.zip"]));

    public void Dispose() => _folder.Dispose();
}
