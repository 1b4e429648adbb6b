using DeepQDataset.Imaging;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

/// <summary>Elements without a value representation where one is due, and sequences without an end.</summary>
public sealed class BlankRepresentationTests
{
    private const uint Place = 0x00400275;

    [Theory]
    [InlineData("  ")]
    [InlineData("\0\0")]
    [InlineData(" \0")]
    public void A_blank_representation_may_have_a_length_of_16_bits(string vr)
    {
        DicomElement[] elements =
        [
            DicomElement.Raw(0x00280120, vr, [0x30, 0xF8]),
            DicomElement.Raw(0x00281053, vr, "1 "u8.ToArray()),
            DicomElement.Text(Place, "LO", "Z"),
        ];

        DicomHeader header = DicomReading.Header(new DicomBuilder { Elements = elements });

        Assert.True(header.HasPixelData);
        Assert.Equal(512, header.PixelDataLength);
        Assert.Equal(
            "00280120=0\u00F8 00281053=1 00400275=Z 7FE00010:512",
            DicomElementTrace.Of(new DicomBuilder { Elements = elements }, 0x00280120));
    }

    [Fact]
    public void A_blank_representation_may_have_a_length_of_32_bits()
    {
        byte[] withLength = [4, 0, 0, 0, 65, 66, 67, 68];
        DicomElement[] elements = [DicomElement.Raw(Place, "  ", withLength, 0), DicomElement.Text(Place + 1, "LO", "Z")];

        Assert.Equal("00400275=ABCD 00400276=Z 7FE00010:512", DicomElementTrace.Of(new DicomBuilder { Elements = elements }, Place));
    }

    [Fact]
    public void Implicit_elements_in_an_explicit_data_set_stay_what_they_are()
    {
        // A length of 32 looks like a blank and a null.
        DicomElement copied = DicomElement.Raw(Place, " \0", new byte[32], 0);
        DicomElement[] elements = [copied, DicomElement.Text(Place + 1, "LO", "Z")];

        Assert.EndsWith(
            "00400276=Z 7FE00010:512", DicomElementTrace.Of(new DicomBuilder { Elements = elements }, Place), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    public void A_sequence_whose_last_item_has_a_length_may_lack_its_delimiter(string syntax)
    {
        bool isExplicit = syntax == DicomSyntax.ExplicitLittleEndian;
        byte[] header = isExplicit ? [0x08, 0, 0, 1, (byte)'S', (byte)'H', 2, 0] : [0x08, 0, 0, 1, 2, 0, 0, 0];
        byte[] item = [0xFE, 0xFF, 0, 0xE0, 10, 0, 0, 0, .. header, (byte)'A', (byte)' '];
        DicomElement open = DicomElement.Raw(Place, "SQ", [.. item, .. item], DicomElement.UndefinedLength);
        DicomBuilder file = new() { TransferSyntax = syntax, Elements = [open, DicomElement.Text(Place + 1, "LO", "Z")] };

        Assert.Equal("00400275{ [ 00080100=A ] [ 00080100=A ] } 00400276=Z 7FE00010:512", DicomElementTrace.Of(file, Place));
    }
}
