using System.Globalization;
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

    private static readonly byte[] SequenceEnd = [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0];

    private static readonly DicomElement[] Inner = [DicomElement.Text(0x00080100, "SH", "A"), DicomElement.Text(0x00080104, "LO", "B")];

    private static readonly DicomElement[] Outer =
        [DicomElement.Text(0x00080050, "SH", "X"), DicomElement.Sequence(0x00081140, Inner), DicomElement.Text(0x00100020, "LO", "Y")];

    [Theory]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    [InlineData(DicomSyntax.DeflatedLittleEndian)]
    public void Sequences_are_gone_into_whatever_the_encoding(string transferSyntax)
    {
        DicomElement[] elements =
        [
            DicomElement.Sequence(Place, Outer, [], Inner),
            DicomElement.UndefinedSequence(Place + 1, "SQ", Outer, Inner),
        ];
        DicomBuilder file = new() { TransferSyntax = transferSyntax, Elements = elements };

        const string Item = "[ 00080050=X 00081140{ [ 00080100=A 00080104=B ] } 00100020=Y ]";
        const string Last = "[ 00080100=A 00080104=B ]";
        Assert.Equal($"00400275{{ {Item} [ ] {Last} }} 00400276{{ {Item} {Last} }} 7FE00010:512", DicomElementTrace.Of(file, Place));
    }

    [Fact]
    public void A_skipped_sequence_has_no_nodes()
    {
        DicomElement[] elements = [DicomElement.Sequence(Place, Outer), DicomElement.UndefinedSequence(Place + 1, "SQ", Outer, Outer)];
        DicomBuilder file = new() { HasPixelData = false, Elements = elements };

        const string Item = "[ 00080050=X 00081140{ [ 00080100=A 00080104=B ] } 00100020=Y ]";
        Assert.Equal($"00400275{{…}} 00400276{{ {Item} {Item} }}", DicomElementTrace.Of(file, Place, skipped: Place));
        Assert.EndsWith("} 00400276{…}", DicomElementTrace.Of(file, Place, skipped: Place + 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    public void Inside_an_element_of_unknown_representation_all_is_implicit(string transferSyntax)
    {
        DicomElement[] elements =
        [
            DicomElement.UndefinedSequence(Place, "UN", Inner),
            DicomElement.Sequence(Place + 1, "UN", Inner),
            DicomElement.Text(Place + 2, "LO", "Z"),
        ];
        DicomBuilder file = new()
        {
            TransferSyntax = transferSyntax,
            HasPixelData = false,
            Elements = elements,
        };
        Assert.Equal(
            "00400275{ [ 00080100=A 00080104=B ] } 00400276{ [ 00080100=A 00080104=B ] } 00400277=Z", DicomElementTrace.Of(file, Place));
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
        byte[] file = new DicomBuilder
        {
            Rows = 300,
            Columns = 500,
            Pixels = pixels,
            Elements = [DicomElement.Text(0xFFFCFFFC, "LO", "end")],
        }.Build();
        using ForwardReader reader = new();
        using MemoryStream stream = new(file);
        reader.Reset(stream, file.Length, cancellation: TestContext.Current.CancellationToken);
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
        Assert.EndsWith(
            "Corrupt: sequences are nested deeper than in any image", DicomElementTrace.Of(file), StringComparison.Ordinal);
        Assert.Equal("00400275{…}", DicomElementTrace.Of(file, Place, skipped: Place));
    }

    [Theory]
    [InlineData("an item that claims too little", "I2: A B ; I20: A B ;", "[ A B ] [ A B ]")]
    [InlineData("an item that claims too much", "I30: A B ; I20: A B ;", "[ A B ] [ A B ]")]
    [InlineData("an item that claims nothing", "I0: A B ;", "[ A B ]")]
    [InlineData("an item that claims more than there is", "I9999: A B ;", "[ A B ]")]
    [InlineData("items as they should be", "I20: A B ; I20: A B ;", "[ A B ] [ A B ]")]
    [InlineData("an item delimiter behind a length", "I20: A B ; d I20: A B ;", "[ A B ] [ A B ]")]
    [InlineData("items without delimiters", "I*: A B I*: A B", "[ A B ] [ A B ]")]
    [InlineData("items with delimiters", "I*: A B d I*: A B d", "[ A B ] [ A B ]")]
    public void Items_are_found_whatever_their_lengths_say(string what, string items, string expected)
    {
        byte[] value = Items(items);
        DicomElement[] elements =
        [
            DicomElement.Raw(Place, "SQ", value),
            DicomElement.Raw(Place + 1, "SQ", [.. value, .. SequenceEnd], DicomElement.UndefinedLength),
            DicomElement.Text(Place + 2, "LO", "Z"),
        ];
        string nodes = expected.Replace("A", "00080100=A", StringComparison.Ordinal).Replace("B", "00080104=B", StringComparison.Ordinal);
        DicomBuilder file = new() { HasPixelData = false, Elements = elements };
        string found = DicomElementTrace.Of(file, Place);
        Assert.True($"00400275{{ {nodes} }} 00400276{{ {nodes} }} 00400277=Z" == found, $"{what}: {found}");
        Assert.EndsWith("00400276{…} 00400277=Z", DicomElementTrace.Of(file, Place, skipped: Place + 1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_without_its_delimiter_ends_with_the_next_element()
    {
        DicomElement open = DicomElement.Raw(Place, "SQ", Items("I20: A B ;I*: A B d"), DicomElement.UndefinedLength);
        DicomBuilder file = new() { HasPixelData = false, Elements = [open, DicomElement.Text(Place + 1, "LO", "Z")] };

        // The first item's length is believed, as another item follows.
        Assert.Equal("00400275{ [ 00080100=A 00080104=B ] [ 00080100=A 00080104=B ] } 00400276=Z", DicomElementTrace.Of(file, Place));
    }

    [Fact]
    public void What_is_no_element_in_a_sequence_of_known_length_is_one_node()
    {
        DicomElement[] inner = [DicomElement.Text(0x00080050, "SH", "X"), DicomElement.Raw(0x00080060, "ZZ", [1, 2], 9000)];
        byte[] garbage = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        DicomElement[] elements =
        [
            DicomElement.Raw(Place, "SQ", garbage),
            DicomElement.Sequence(Place + 1, inner),
            DicomElement.Raw(Place + 2, "SQ", garbage[..2]),
        ];
        DicomBuilder file = new() { HasPixelData = false, Elements = [.. elements, DicomElement.Text(Place + 3, "LO", "Z")] };
        Assert.Equal(
            "00400275{ opaque:10 } 00400276{ [ 00080050=X opaque:10 ] } 00400277{ opaque:2 } 00400278=Z",
            DicomElementTrace.Of(file, Place));
        Assert.Equal(16, DicomReading.Header(new DicomBuilder { Elements = elements }).Rows);
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
        reader.Reset(stream, stream.Length, cancellation: TestContext.Current.CancellationToken);
        using DicomFile opened = DicomFile.Open(reader);
        Assert.False(opened.IsOpen);
        Assert.Equal(ImageProblemKind.UnsupportedFormat, opened.FinalProblem?.Kind);
    }

    /// <summary>
    /// Items in explicit little endian: <c>I20:</c> starts one that claims 20 bytes, <c>I*:</c> one of undefined length, <c>d</c> is its
    /// delimiter.
    /// </summary>
    private static byte[] Items(string text)
    {
        List<byte> bytes = [];
        foreach (string word in text.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            byte[] element = word switch
            {
                "A" => [0x08, 0x00, 0x00, 0x01, (byte)'S', (byte)'H', 2, 0, (byte)'A', (byte)' '],
                "B" => [0x08, 0x00, 0x04, 0x01, (byte)'L', (byte)'O', 2, 0, (byte)'B', (byte)' '],
                "d" => [0xFE, 0xFF, 0x0D, 0xE0, 0, 0, 0, 0],
                "I*:" => [0xFE, 0xFF, 0x00, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF],
                _ => [0xFE, 0xFF, 0x00, 0xE0, .. BitConverter.GetBytes(int.Parse(word[1..^1], CultureInfo.InvariantCulture))],
            };
            bytes.AddRange(element);
        }

        return [.. bytes];
    }
}
