using System.Text;
using DeepQDataset.Core.Tests.Imaging;
using DeepQDataset.Core.Tests.LabelMe;
using DeepQDataset.Sources.Embedded;
using Xunit;

namespace DeepQDataset.Core.Tests.Sources.Embedded;

/// <summary>Images come out of base64 byte for byte, compared with the runtime's own decoder of whole texts.</summary>
public sealed class EmbeddedImageStreamTests
{
    public static TheoryData<int> Lengths { get; } = [1, 2, 3, 4, 100, 24_575, 24_576, 24_577, 49_152, 200_001];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void An_image_comes_out_whole(int length)
    {
        byte[] image = Bytes(length);
        byte[] json = Json(Convert.ToBase64String(image));
        foreach (Stream stream in new Stream[] { new MemoryStream(json), new TricklingStream(json) })
        {
            using EmbeddedImageStream embedded = new(stream, Embedded(json));
            Assert.Equal(length, embedded.Length);
            Assert.Equal(stream.CanSeek, embedded.CanSeek);
            Assert.Equal(image, ReadAll(embedded));
        }
    }

    [Fact]
    public void Any_place_can_be_sought_in_a_file_on_disk()
    {
        byte[] image = Bytes(100_001);
        byte[] json = Json(Convert.ToBase64String(image));
        using EmbeddedImageStream embedded = new(new MemoryStream(json), Embedded(json));
        byte[] piece = new byte[50];
        foreach (int position in new[] { 0, 1, 2, 3, 24_576, 24_577, 99_999, 100_000, 7, 65_536 })
        {
            embedded.Position = position;
            int read = embedded.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false);
            Assert.Equal(image.AsSpan(position, Math.Min(50, image.Length - position)), piece.AsSpan(0, read));
            Assert.Equal(position + read, embedded.Position);
        }

        embedded.Position = image.Length + 5;
        Assert.Equal(0, embedded.Read(piece));
        Assert.Equal(image.Length - 3, embedded.Seek(-3, SeekOrigin.End));
        Assert.Equal(image[^3], embedded.ReadByte());
    }

    /// <summary>Writers for the web escape the solidus, .NET the plus sign, and some tools break lines.</summary>
    [Fact]
    public void Escapes_and_line_breaks_are_taken_out()
    {
        byte[] image = Bytes(100_000);
        string text = Convert
            .ToBase64String(image, Base64FormattingOptions.InsertLineBreaks)
            .Replace("\r\n", "\\r\\n", StringComparison.Ordinal)
            .Replace("/", "\\/", StringComparison.Ordinal)
            .Replace("+", "\\u002B", StringComparison.Ordinal);
        byte[] json = Json(" " + text);
        EmbeddedImage found = Embedded(json);
        Assert.False(found.IsPlain);
        EmbeddedImage measured = EmbeddedImageStream.Measure(new MemoryStream(json), found, TestContext.Current.CancellationToken);
        Assert.Equal(image.Length, measured.Length);
        using EmbeddedImageStream embedded = new(new TricklingStream(json), measured);
        Assert.False(embedded.CanSeek);
        Assert.Equal(image, ReadAll(embedded));
    }

    [Theory]
    [InlineData("AAAA*AAA")]
    [InlineData("AAA")]
    [InlineData("AA==AAAA")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("AA\\u00e9A")]
    [InlineData("AAA\\bAAAA")]
    public void What_is_no_base64_is_invalid_data(string text)
    {
        byte[] json = Json(text);
        using EmbeddedImageStream embedded = new(new MemoryStream(json), Embedded(json));
        Assert.Contains("not base64", Assert.Throws<InvalidDataException>(() => ReadAll(embedded)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_cut_meanwhile_is_invalid_data()
    {
        byte[] json = Json(Convert.ToBase64String(Bytes(1000)));
        EmbeddedImage found = Embedded(json);
        using EmbeddedImageStream embedded = new(new MemoryStream(json[..^900]), found);
        Assert.Contains(
            "changed while it was read", Assert.Throws<InvalidDataException>(() => ReadAll(embedded)).Message, StringComparison.Ordinal);
    }

    private static EmbeddedImage Embedded(byte[] json) => LabelMeReading.Read(json).ImageData!;

    private static byte[] Json(string text) =>
        Encoding.UTF8.GetBytes($$"""{"shapes":[],"imagePath":"é.png","imageData":"{{text}}","imageWidth":1}""");

    private static byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using MemoryStream all = new();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
