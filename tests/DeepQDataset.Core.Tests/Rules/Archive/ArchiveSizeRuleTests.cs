using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Archive;

/// <summary>DQ709: what a zip would unpack to.</summary>
public sealed class ArchiveSizeRuleTests : ArchiveRuleTestBase
{
    [Fact]
    public void DQ709_speaks_of_entries_that_share_their_data() =>
        Expect(
            new ZipBuilder().File("image/image001.png", Datasets.Image(1))
                .File("image/image002.png", Datasets.Image(1), entry => entry.OnlyInDirectory(0)),
            ValidationOptions.Default with { Level = DqLevel.Structure },
            "DQ709 -");

    [Theory]
    [InlineData(64UL << 20, 1000UL)]
    [InlineData((64UL << 20) + 1, 67_109UL)]
    public void DQ709_allows_up_to_64_MiB_and_up_to_a_thousandfold(ulong length, ulong packedLength) =>
        Expect(Compressed(length, packedLength), Structure);

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

    [Fact]
    public void DQ709_speaks_of_an_entry_above_the_setting() =>
        Expect(Compressed(5000, 100), Structure with { MaximumEntryBytes = 4999 }, "DQ709 -");

    [Fact]
    public void DQ709_takes_another_ratio() =>
        Expect(Compressed((64UL << 20) + 1, 67_108UL), Structure with { MaximumRatio = 1001 });

    private static ZipBuilder Compressed(ulong length, ulong packedLength) =>
        new ZipBuilder().File("image/a.dcm", [], entry => entry.Method(8).Packed(new byte[packedLength]).Length(length));
}
