using System.Globalization;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Imaging.Dicom.Pixels;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.Pixels;

/// <summary>Shows the frames of DICOM files in memory.</summary>
internal static class Showing
{
    /// <summary>Returns the pixels of a frame, and how many bytes a pixel has.</summary>
    public static byte[] Show(byte[] file, string window = "FromFile", int frame = 0)
    {
        (byte[][] frames, string? fault) = ShowAll(file, window);
        Assert.True(frame < frames.Length, fault ?? "There are fewer frames.");
        return frames[frame];
    }

    /// <summary>Returns the pixels of a frame.</summary>
    public static byte[] Show(DicomBuilder file, string window = "FromFile", int frame = 0) => Show(file.Build(), window, frame);

    /// <summary>All frames that can be shown, and why no more can.</summary>
    public static (byte[][] Frames, string? Fault) ShowAll(byte[] file, string window = "FromFile")
    {
        Assert.True(WindowChoice.TryParse(window, out WindowChoice choice));
        using ForwardReader reader = new();
        using DicomPixelReader pixels = new();
        using MemoryStream stream = new(file);
        reader.Reset(stream, file.Length);
        using DicomFile opened = DicomFile.Open(reader);
        List<byte[]> frames = [];
        string? fault = pixels.Open(opened);
        while (fault is null && frames.Count < pixels.Frames)
        {
            fault = pixels.Next(choice);
            if (fault is null)
            {
                frames.Add(pixels.Pixels.ToArray());
            }
        }

        return (frames.ToArray(), fault);
    }

    /// <summary>Why a file cannot be shown.</summary>
    public static string Fault(DicomBuilder file) => Assert.IsType<string>(ShowAll(file.Build()).Fault);

    /// <summary>Returns a row of grey values of 16 bits.</summary>
    public static DicomBuilder Row(ushort[] values, params DicomElement[] elements) => new()
    {
        Rows = 1,
        Columns = values.Length,
        Pixels = Words(values),
        Elements = elements,
    };

    /// <summary>Returns a row of colours of 8 bits.</summary>
    public static DicomBuilder Colors(string photometric, byte[] samples, params DicomElement[] elements) => new()
    {
        Rows = 1,
        Columns = samples.Length / (photometric == "YBR_FULL_422" ? 2 : 3),
        BitsAllocated = 8,
        SamplesPerPixel = 3,
        Photometric = photometric,
        Pixels = samples,
        Elements = elements,
    };

    /// <summary>Returns a window in the file.</summary>
    public static DicomElement[] Window(double center, double width, string? function = null) =>
    [
        Decimal(0x00281050, center),
        Decimal(0x00281051, width),
        .. function is null ? (DicomElement[])[] : [DicomElement.Text(0x00281056, "CS", function)],
    ];

    /// <summary>Rescale Intercept and Slope.</summary>
    public static DicomElement[] Rescale(double intercept, double slope) => [Decimal(0x00281052, intercept), Decimal(0x00281053, slope)];

    /// <summary>Returns a DS.</summary>
    public static DicomElement Decimal(uint tag, double value) =>
        DicomElement.Text(tag, "DS", value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Numbers as bytes of little endian.</summary>
    public static byte[] Words(params ushort[] values)
    {
        byte[] bytes = new byte[2 * values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(2 * i), values[i]);
        }

        return bytes;
    }

}
