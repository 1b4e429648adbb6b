using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Documentation;

/// <summary>The files in samples are those that the code makes.</summary>
public sealed class SampleTests
{
    /// <summary>Signature and IHDR: what follows is compressed, and its bytes depend on the runtime's deflate.</summary>
    private const int PngHeaderLength = 33;

    public static TheoryData<string> Names => new(Samples.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_is_what_its_code_makes(string name)
    {
        string folder = Repository.File($"samples/{name}");
        SortedDictionary<string, byte[]> onDisk = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            onDisk[Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        }

        Assert.Equal(Samples.All[name].Entries.Keys, onDisk.Keys, StringComparer.Ordinal);
        Assert.All(Samples.All[name].Entries, entry => Assert.Equal(Comparable(entry.Value!), Comparable(onDisk[entry.Key])));
    }

    private static byte[] Comparable(byte[] content) => content.AsSpan().StartsWith<byte>([0x89, 0x50, 0x4E, 0x47])
        ? content[..Math.Min(PngHeaderLength, content.Length)]
        : content;
}
