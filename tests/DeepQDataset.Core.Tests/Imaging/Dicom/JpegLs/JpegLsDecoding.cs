using System.Runtime.InteropServices;
using DeepQDataset.Imaging.Dicom.JpegLs;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.JpegLs;

/// <summary>Decodes JPEG-LS in memory.</summary>
internal static class JpegLsDecoding
{
    /// <summary>Returns the samples of an image, those of a pixel together, and what is wrong with it.</summary>
    public static (int[] Samples, string? Fault) TryDecode(byte[] codestream)
    {
        JpegLsDecoder decoder = new();
        if (decoder.ReadHeader(codestream) is string fault)
        {
            return ([], fault);
        }

        byte[] bytes = new byte[decoder.Frame.DecodedBytes];
        string? damage = decoder.Decode(codestream, bytes);
        int[] samples = decoder.Frame.SampleBytes == 1
            ? Array.ConvertAll(bytes, static value => (int)value)
            : Array.ConvertAll(MemoryMarshal.Cast<byte, ushort>(bytes).ToArray(), static value => (int)value);
        return (samples, damage);
    }

    /// <summary>Returns the samples of an image that can be decoded.</summary>
    public static int[] Decode(byte[] codestream)
    {
        (int[] samples, string? fault) = TryDecode(codestream);
        Assert.Null(fault);
        return samples;
    }

    /// <summary>What is wrong with an image.</summary>
    public static string Fault(byte[] codestream) => Assert.IsType<string>(TryDecode(codestream).Fault);

    /// <summary>Returns the samples of components, those of a pixel together.</summary>
    public static int[] Interleave(IReadOnlyList<int[]> components) =>
        Enumerable.Range(0, components[0].Length).SelectMany(index => components.Select(component => component[index])).ToArray();

    /// <summary>
    /// Returns an image of each kind that a coder has to do with, in turn: noise, steps, flats with specks, waves, one value.
    /// </summary>
    public static int[] Shades(int kind, int width, int height, int maximum, int seed)
    {
        Random random = new(seed);
        int value = random.Next(maximum + 1);
        int other = random.Next(maximum + 1);
        return Enumerable.Range(0, width * height).Select(index => (kind % 5) switch
        {
            0 => random.Next(maximum + 1),
            1 => value = Math.Clamp(value + random.Next(-2, 3), 0, maximum),
            2 => random.Next(15) == 0 ? value = random.Next(maximum + 1) : value,
            3 => (index % width / 5 + index / width / 3) % 3 == 0 ? other : value,
            _ => (int)((Math.Sin(index % width / 9.0 + seed) * Math.Cos(index / width / 7.0) + 1) / 2 * maximum),
        }).ToArray();
    }

    /// <summary>Creates an image of three components.</summary>
    public static JpegLsBuilder Colors(int interleave, int restartLines = 0) => new()
    {
        Width = 23,
        Interleave = interleave,
        RestartLines = restartLines,
        Components = [Shades(2, 23, 17, 255, 1), Shades(2, 23, 17, 255, 2), Shades(4, 23, 17, 255, 3)],
    };
}
