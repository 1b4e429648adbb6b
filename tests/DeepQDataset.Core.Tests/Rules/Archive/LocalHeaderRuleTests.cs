using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Archive;

/// <summary>DQ714: local headers beside the directory.</summary>
public sealed class LocalHeaderRuleTests : ArchiveRuleTestBase
{
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

    public static TheoryData<string> Agreements =>
        ["descriptor", "deflated descriptor", "zip64", "zip64 in the local header", "zip64 in the directory", "long extra field"];

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
}
