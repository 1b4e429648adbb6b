using DeepQDataset.Imaging.Dicom;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

public sealed class DicomUidTests
{
    [Theory]
    [InlineData("1.2.840.10008.1.2")]
    [InlineData("0")]
    [InlineData("1.0.3")]
    [InlineData("2.25.329800735698586629295641978511506172918")]
    [InlineData("1.234567890123456789012345678901234567890123456789012345678901.3")]
    public void Is_valid(string uid) => Assert.True(DicomUid.IsValid(uid));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".1.2")]
    [InlineData("1.2.")]
    [InlineData("1..2")]
    [InlineData("1.02.3")]
    [InlineData("00")]
    [InlineData("1.2.a")]
    [InlineData("1.2 .3")]
    [InlineData("1.2\\1.3")]
    [InlineData("1.٣")]
    [InlineData("1.2345678901234567890123456789012345678901234567890123456789012.3")]
    public void Is_not_valid(string uid) => Assert.False(DicomUid.IsValid(uid));

    [Theory]
    [InlineData("1.2.840.10008.1.2.4.90", "JPEG 2000 Image Compression (Lossless Only)", nameof(TransferSyntaxKind.Compressed))]
    [InlineData("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", nameof(TransferSyntaxKind.Deflated))]
    [InlineData("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1", nameof(TransferSyntaxKind.Video))]
    public void Transfer_syntaxes_have_the_standards_names(string uid, string name, string kind)
    {
        TransferSyntax syntax = TransferSyntax.Find(uid)!;
        Assert.Equal(name, syntax.Name);
        Assert.Equal(kind, syntax.Kind.ToString());
    }

    [Fact]
    public void Every_transfer_syntax_has_a_valid_UID() =>
        Assert.All(TransferSyntax.All, syntax => Assert.True(DicomUid.IsValid(syntax.Uid)));
}
