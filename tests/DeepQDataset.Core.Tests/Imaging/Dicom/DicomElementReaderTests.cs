using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

/// <summary>The walk through a data set, element by element.</summary>
public sealed class DicomElementReaderTests
{
    /// <summary>Behind all elements of <see cref="DicomBuilder"/> but pixel data.</summary>
    private const uint Place = 0x00400275;

    private static readonly DicomElement[] Inner = [DicomElement.Text(0x00080100, "SH", "A"), DicomElement.Text(0x00080104, "LO", "B")];

    private static readonly DicomElement[] Outer = [DicomElement.Text(0x00080050, "SH", "X"), DicomElement.Sequence(0x00081140, Inner), DicomElement.Text(0x00100020, "LO", "Y")];

    [Theory]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    [InlineData(DicomSyntax.DeflatedLittleEndian)]
    public void Sequences_are_gone_into_whatever_the_encoding(string transferSyntax)
    {
        DicomElement[] elements = [DicomElement.Sequence(Place, Outer, [], Inner), DicomElement.UndefinedSequence(Place + 1, "SQ", Outer, Inner)];
        DicomBuilder file = new() { TransferSyntax = transferSyntax, Elements = elements };

        const string Item = "[ 00080050=X 00081140{ [ 00080100=A 00080104=B ] } 00100020=Y ]";
        const string Last = "[ 00080100=A 00080104=B ]";
        Assert.Equal($"00400275{{ {Item} [ ] {Last} }} 00400276{{ {Item} {Last} }} 7FE00010:512", DicomElementTrace.Of(file, Place));
    }

    [Fact]
    public void A_skipped_sequence_has_no_nodes()
    {
        DicomBuilder file = new() { HasPixelData = false, Elements = [DicomElement.Sequence(Place, Outer), DicomElement.UndefinedSequence(Place + 1, "SQ", Outer, Outer)] };
        Assert.Equal("00400275{…} 00400276{ [ 00080050=X 00081140{ [ 00080100=A 00080104=B ] } 00100020=Y ] [ 00080050=X 00081140{ [ 00080100=A 00080104=B ] } 00100020=Y ] }", DicomElementTrace.Of(file, Place, skipped: Place));
        Assert.EndsWith("} 00400276{…}", DicomElementTrace.Of(file, Place, skipped: Place + 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    public void Inside_an_element_of_unknown_representation_all_is_implicit(string transferSyntax)
    {
        DicomElement[] elements = [DicomElement.UndefinedSequence(Place, "UN", Inner), DicomElement.Sequence(Place + 1, "UN", Inner), DicomElement.Text(Place + 2, "LO", "Z")];
        DicomBuilder file = new() { TransferSyntax = transferSyntax, HasPixelData = false, Elements = elements };
        Assert.Equal("00400275{ [ 00080100=A 00080104=B ] } 00400276{ [ 00080100=A 00080104=B ] } 00400277=Z", DicomElementTrace.Of(file, Place));
    }

    [Fact]
    public void Fragments_are_nodes_the_images_and_an_icons()
    {
        DicomElement icon = DicomElement.Fragments(0x7FE00010, [], [9, 9]);
        DicomBuilder file = new()
        {
            TransferSyntax = DicomSyntax.JpegBaseline,
            OffsetTable = [0, 0, 0, 0],
            Fragments = [new byte[20], new byte[30]],
            Elements = [DicomElement.UndefinedSequence(0x00880200, "SQ", [icon]), DicomElement.Raw(0xFFFCFFFC, "OB", [1, 2])],
        };
        Assert.Equal("00880200{ [ 7FE00010< 0 2 > ] } 7FE00010< 4 20 30 > FFFCFFFC=\u0001\u0002", DicomElementTrace.Of(file, 0x00880200));
    }

    [Fact]
    public void A_value_can_be_streamed_and_left_at_any_place()
    {
        byte[] pixels = new byte[300_000];
        new Random(5).NextBytes(pixels);
        byte[] file = new DicomBuilder { Rows = 300, Columns = 500, Pixels = pixels, Elements = [DicomElement.Text(0xFFFCFFFC, "LO", "end")] }.Build();
        using ForwardReader reader = new();
        using MemoryStream stream = new(file);
        reader.Reset(stream, file.Length);
        using DicomFile opened = DicomFile.Open(reader);
        DicomElementReader elements = opened.Elements!;
        while (elements.Read() && elements.Kind != DicomNodeKind.PixelData)
        {
        }

        using MemoryStream copy = new();
        while (copy.Length < 200_000 && elements.TryReadPiece(out ReadOnlySpan<byte> piece))
        {
            copy.Write(piece);
        }

        Assert.True(pixels.AsSpan().StartsWith(copy.ToArray()));
        Assert.True(elements.Read());
        Assert.Equal(0xFFFCFFFCu, elements.Tag);
        Assert.False(elements.Read());
        Assert.Equal(DicomNodeKind.End, elements.Kind);
        Assert.Null(elements.Problem);
    }

    [Fact]
    public void Nesting_has_a_limit_for_reading_and_none_for_skipping()
    {
        DicomElement nested = DicomElement.Sequence(Place, Inner);
        for (int i = 0; i < 40; i++)
        {
            nested = DicomElement.UndefinedSequence(Place, "SQ", [nested]);
        }

        DicomBuilder file = new() { HasPixelData = false, Elements = [nested] };
        Assert.EndsWith("Corrupt: sequences lie in each other deeper than in any image", DicomElementTrace.Of(file), StringComparison.Ordinal);
        Assert.Equal("00400275{…}", DicomElementTrace.Of(file, Place, skipped: Place));
    }

    [Fact]
    public void Pixel_data_that_are_cut_off_are_still_a_node()
    {
        byte[] file = new DicomBuilder().Build();
        Assert.Equal("7FE00010:512 Truncated: the file ends inside its pixel data", DicomElementTrace.Of(file[..^100], 0x7FE00010));
    }

    [Fact]
    public void What_is_no_DICOM_is_not_opened()
    {
        using ForwardReader reader = new();
        using MemoryStream stream = new(new byte[200]);
        reader.Reset(stream, stream.Length);
        using DicomFile opened = DicomFile.Open(reader);
        Assert.False(opened.IsOpen);
        Assert.Equal(ImageProblemKind.UnsupportedFormat, opened.FinalProblem?.Kind);
    }
}
