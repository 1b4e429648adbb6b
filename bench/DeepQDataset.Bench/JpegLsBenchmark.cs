using System.Diagnostics;
using System.Globalization;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Imaging.Dicom.Pixels;
using DeepQDataset.TestKit;

namespace DeepQDataset.Bench;

/// <summary>
/// Measures frames of 512 × 512 pixels of 16 bits in JPEG-LS, lossless and near-lossless, compared with CharLS in dcmtk (<c>dcmdjpls</c>),
/// less the time of copying the same pixels uncompressed (<c>dcmconv</c>).
/// </summary>
internal static class JpegLsBenchmark
{
    private const int Side = 512;
    private const int FrameCount = 60;
    private const double Bound = 1.5;

    /// <summary>Makes the files and compares.</summary>
    public static int Run()
    {
        using TempFolder folder = new();
        File.WriteAllBytes(folder["native.dcm"], Build());
        bool met = true;
        foreach ((string name, string[] arguments) in new[] { ("lossless", (string[])["+el"]), ("near-lossless", ["+en", "+md", "3"]) })
        {
            ChildProcess.Run("dcmcjpls", [.. arguments, folder["native.dcm"], folder["coded.dcm"]]);
            met &= Comparison.Print(
                $"jpegls, {FrameCount} frames of {Side} × {Side} of 16 bits, {name}, CharLS in dcmdjpls",
                () => ChildProcess.SecondsOfSelf("jpegls", "--once", folder["coded.dcm"]),
                () => ChildProcess.WallSeconds("dcmdjpls", folder.FullPath, "coded.dcm", "decoded.dcm")
                    - ChildProcess.WallSeconds("dcmconv", folder.FullPath, "native.dcm", "copied.dcm"),
                Bound);
        }

        return met ? 0 : 1;
    }

    /// <summary>Decodes all frames of a file on one thread, and prints the seconds it took, compilation of the code included.</summary>
    public static int Once(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using ForwardReader reader = new();
        using FrameDecoders decoders = new();
        long started = Stopwatch.GetTimestamp();
        reader.Reset(stream, stream.Length);
        using DicomFile file = DicomFile.Open(reader);
        if (!file.IsOpen)
        {
            return 1;
        }

        string? fault = PixelFormat.TryCreate(ImageAttributeReader.Read(file.Elements, out _), out PixelFormat? format);
        EncapsulatedFrames frames = new(file.Elements, format!, decoders.Find(file.TransferSyntaxUid)!);
        FrameSamples samples = new();
        for (int frame = 0; fault is null && frame < format!.Frames; frame++)
        {
            fault = frames.Next(samples);
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:F4} {fault}"));
        return fault is null ? 0 : 1;
    }

    /// <summary>Creates frames like those of a scanner: a body with structures and noise, and dark around it.</summary>
    private static byte[] Build()
    {
        Random random = new(1);
        byte[] pixels = new byte[FrameCount * Side * Side * 2];
        for (int i = 0; i < FrameCount * Side * Side; i++)
        {
            (int frame, int y, int x) = (i / (Side * Side), i / Side % Side, i % Side);
            double radius = Math.Sqrt(Math.Pow((x - 256) / 230.0, 2) + Math.Pow((y - 256) / 180.0, 2));
            double body = 1000 + (200 * Math.Sin((x + frame) / 11.0) * Math.Cos(y / 17.0)) + (radius < 0.3 ? 300 : 0);
            int value = radius < 1 ? (int)(16 * body) + random.Next(-400, 400) : random.Next(60);
            BitConverter.TryWriteBytes(pixels.AsSpan(2 * i), (ushort)value);
        }

        return new DicomBuilder { Rows = Side, Columns = Side, BitsStored = 16, Frames = FrameCount, Pixels = pixels }.Build();
    }
}
