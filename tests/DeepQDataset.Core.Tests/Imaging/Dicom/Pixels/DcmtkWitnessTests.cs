using System.Globalization;
using System.Text;
using DeepQDataset.Core.Tests.TestKit;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.Pixels;

/// <summary>
/// dcmtk writes each transfer syntax from files of the test kit, and shows them with the same window: its grey levels and ours differ by
/// one at most. Skipped if it is not installed.
/// </summary>
public sealed class DcmtkWitnessTests
{
    private const int Side = 96;

    /// <summary>Decoders of JPEG may differ by one in each component (ITU-T T.83), which makes up to three of a colour.</summary>
    private const int JpegColorTolerance = 3;

    public static TheoryData<string, string[]> Syntaxes() => new()
    {
        { "dcmconv", ["+ti"] },
        { "dcmconv", ["+te"] },
        { "dcmconv", ["+tb"] },
        { "dcmconv", ["+td"] },
        { "dcmcrle", [] },
        { "dcmcjpeg", ["+e1"] },
        { "dcmcjpeg", ["+el", "+sv", "2"] },
        { "dcmcjpeg", ["+el", "+sv", "3"] },
        { "dcmcjpeg", ["+el", "+sv", "4"] },
        { "dcmcjpeg", ["+el", "+sv", "5"] },
        { "dcmcjpeg", ["+el", "+sv", "6"] },
        { "dcmcjpeg", ["+el", "+sv", "7"] },
        { "dcmcjpls", ["+el"] },
        { "dcmcjpls", ["+el", "+is", "+pc", "+pz"] },
        { "dcmcjpls", ["+el", "+il", "+t1", "5", "+t2", "20", "+t3", "90", "+rs", "31"] },
    };

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void Words_of_each_lossless_syntax_are_shown_alike(string program, string[] arguments)
    {
        Assert.InRange(Differ(Ct(), program, arguments, ["+Wi", "1"]), 0, 1);
        Assert.InRange(Differ(Ct(), program, arguments, ["+Wm"], "MinMax"), 0, 1);
        Assert.InRange(Differ(Ct(), program, arguments, ["+Ww", "100", "700"], "100,700"), 0, 1);
    }

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void Colours_of_each_lossless_syntax_are_shown_alike(string program, string[] arguments) =>
        Assert.Equal(0, Differ(Colors(), program, arguments, []));

    [Theory]
    [InlineData("+eb")]
    [InlineData("+ee")]
    public void Grey_jpeg_is_shown_alike(string process)
    {
        Assert.InRange(Differ(Bytes(), "dcmcjpeg", [process], ["+Ww", "128", "256"], "128,256"), 0, 1);
        Assert.InRange(Differ(Bytes(), "dcmcjpeg", [process, "+q", "30"], ["+Ww", "128", "256"], "128,256"), 0, 1);
    }

    [Fact]
    public void Jpeg_of_twelve_bits_is_shown_alike()
    {
        Assert.InRange(Differ(Ct(), "dcmcjpeg", ["+ee", "+bt"], ["+Wm"], "MinMax"), 0, 1);
        Assert.InRange(Differ(Ct(), "dcmcjpeg", ["+ee", "+bt"], ["+Wi", "1"]), 0, 1);
    }

    [Theory]
    [InlineData("+s4")]
    [InlineData("+s2")]
    [InlineData("+n1")]
    [InlineData("+np")]
    public void Colour_jpeg_is_shown_alike_however_its_chrominances_are_sampled(string sampling) =>
        Assert.InRange(Differ(Colors(), "dcmcjpeg", ["+eb", sampling], []), 0, JpegColorTolerance);

    [Fact]
    public void Lossless_jpeg_with_a_point_transform_is_shown_alike() =>
        Assert.InRange(Differ(Ct(), "dcmcjpeg", ["+e1", "+pt", "3"], ["+Wi", "1"]), 0, 1);

    [Theory]
    [InlineData("+il", "1")]
    [InlineData("+is", "3")]
    [InlineData("+il", "20")]
    public void Near_lossless_jpeg_ls_is_shown_alike(string interleave, string deviation)
    {
        string[] arguments = ["+en", "+md", deviation, interleave];
        Assert.InRange(Differ(Ct(), "dcmcjpls", arguments, ["+Ww", "100", "700"], "100,700"), 0, 1);
        Assert.Equal(0, Differ(Bytes(), "dcmcjpls", arguments, ["+Ww", "128", "256"], "128,256"));
        Assert.Equal(0, Differ(Colors(), "dcmcjpls", arguments, []));
    }

    [Fact]
    public void A_sigmoid_is_shown_alike() => Assert.InRange(Differ(Ct("SIGMOID"), "dcmconv", [], ["+Wi", "1"]), 0, 1);

    [Fact]
    public void Monochrome1_is_shown_alike() => Assert.InRange(Differ(Ct(photometric: "MONOCHROME1"), "dcmconv", [], ["+Wi", "1"]), 0, 1);

    [Fact]
    public void Luminance_and_chrominances_are_shown_alike_but_for_rounding() =>
        Assert.InRange(Differ(Colors("YBR_FULL"), "dcmconv", [], []), 0, 2); // dcmtk's own values are up to 1.9 off

    [Fact]
    public void A_VOI_table_is_shown_alike()
    {
        ushort[] data = Enumerable.Range(0, 1024).Select(entry => (ushort)(entry * entry / 1024)).ToArray();
        DicomBuilder file = new()
        {
            Rows = Side,
            Columns = Side,
            Pixels = CtPixels(),
            Elements =
            [
                DicomElement.Sequence(0x00283010, [DicomElement.UInt16(0x00283002, 1024, 500, 10), DicomElement.UInt16(0x00283006, data)]),
            ],
        };

        Assert.InRange(Differ(file, "dcmconv", [], ["+Wl", "1"]), 0, 1);
    }

    [Fact]
    public void A_palette_is_shown_alike()
    {
        static DicomElement Channel(uint tag, int factor) =>
            DicomElement.Raw(tag, "OW", Showing.Words(Enumerable.Range(0, 256).Select(entry => (ushort)(entry * factor)).ToArray()));
        DicomBuilder file = new()
        {
            Rows = Side,
            Columns = Side,
            BitsAllocated = 8,
            Photometric = "PALETTE COLOR",
            Pixels = BytePixels(),
            Elements =
            [
                DicomElement.UInt16(0x00281101, 256, 0, 16),
                DicomElement.UInt16(0x00281102, 256, 0, 16),
                DicomElement.UInt16(0x00281103, 256, 0, 16),
                Channel(0x00281201, 257),
                Channel(0x00281202, 130),
                Channel(0x00281203, 40),
            ],
        };

        Assert.InRange(Differ(file, "dcmconv", [], []), 0, 1);
    }

    [Fact]
    public void The_frames_of_a_file_are_shown_alike()
    {
        DicomBuilder file = new()
        {
            Rows = Side,
            Columns = Side,
            BitsAllocated = 8,
            Frames = 3,
            Pixels = [.. BytePixels(), .. BytePixels(7), .. BytePixels(40)],
        };
        foreach (string process in (string[])["+e1", "+eb"])
        {
            Assert.InRange(Differ(file, "dcmcjpeg", [process], ["+Ww", "128", "256", "+F", "3"], "128,256", frame: 2), 0, 1);
        }
    }

    private static int Differ(
        DicomBuilder file, string program, string[] arguments, string[] shownBy, string window = "FromFile", int frame = 0)
    {
        using TempFolder folder = new();
        File.WriteAllBytes(folder["native.dcm"], file.Build());
        Witness.Run(program, [.. arguments, folder["native.dcm"], folder["coded.dcm"]]);
        string shown = "coded.dcm";
        if (program == "dcmcjpls")
        {
            shown = "decoded.dcm"; // dcmj2pnm knows no JPEG-LS
            Witness.Run("dcmdjpls", folder["coded.dcm"], folder[shown]);
        }

        Witness.Run("dcmj2pnm", ["-O", .. shownBy, folder[shown], folder["shown.pnm"]]);
        byte[] theirs = Samples(File.ReadAllBytes(folder["shown.pnm"]));

        byte[] ours = Showing.Show(File.ReadAllBytes(folder["coded.dcm"]), window, frame);

        Assert.Equal(theirs.Length, ours.Length);
        return theirs.Zip(ours, static (left, right) => Math.Abs(left - right)).Max();
    }

    /// <summary>The samples of a PGM or PPM in binary: behind magic number, width, height and maximum.</summary>
    private static byte[] Samples(byte[] file)
    {
        int at = 0;
        List<string> words = [];
        while (words.Count < 4)
        {
            int end = at;
            while (!char.IsWhiteSpace((char)file[end]))
            {
                end++;
            }

            words.Add(Encoding.ASCII.GetString(file, at, end - at));
            at = end + 1;
            if (words[^1].StartsWith('#'))
            {
                words.RemoveAt(words.Count - 1);
                at = Array.IndexOf(file, (byte)'\n', at) + 1;
            }
        }

        int channels = words[0] == "P6" ? 3 : 1;
        int width = int.Parse(words[1], CultureInfo.InvariantCulture);
        int height = int.Parse(words[2], CultureInfo.InvariantCulture);
        return file[at..(at + (width * height * channels))];
    }

    private static DicomBuilder Ct(string? function = null, string photometric = "MONOCHROME2") => new()
    {
        Rows = Side,
        Columns = Side,
        Photometric = photometric,
        Pixels = CtPixels(),
        Elements = [.. Showing.Rescale(-1024, 1), .. Showing.Window(40, 1400, function)],
    };

    private static DicomBuilder Bytes() => new() { Rows = Side, Columns = Side, BitsAllocated = 8, Pixels = BytePixels() };

    private static DicomBuilder Colors(string photometric = "RGB") => new()
    {
        Rows = Side,
        Columns = Side,
        BitsAllocated = 8,
        SamplesPerPixel = 3,
        Photometric = photometric,
        Pixels = Enumerable.Range(0, Side * Side * 3).Select(i => (byte)Shade(i / 3 % Side, i / 3 / Side, (i % 3 * 31) + 5, 255)).ToArray(),
    };

    private static byte[] BytePixels(int seed = 3) =>
        Enumerable.Range(0, Side * Side).Select(i => (byte)Shade(i % Side, i / Side, seed, 255)).ToArray();

    private static byte[] CtPixels() =>
        Showing.Words(Enumerable.Range(0, Side * Side).Select(i => (ushort)Shade(i % Side, i / Side, 3, 4095)).ToArray());

    /// <summary>Smooth waves with an edge and a little noise, as images have them.</summary>
    private static int Shade(int x, int y, int seed, int highest)
    {
        double wave = (Math.Sin((x + seed) / 9.0) * Math.Cos(y / 13.0 * (1 + (seed % 3)))) + 1;
        double edge = x + y > Side ? 0.35 : 0;
        double noise = ((x * 7919) + (y * 104729) + seed) % 17 / 400.0;
        return (int)Math.Clamp((wave * 0.3 + edge + noise) * highest, 0, highest);
    }
}
