using System.Buffers.Binary;
using System.Globalization;
using DeepQDataset.TestKit;

namespace DeepQDataset.Bench;

/// <summary>Creates the datasets to pack, with as much entropy as real images, since the time and output of deflate depend on it.</summary>
internal static class WriteSamples
{
    private const int Side = 512;

    /// <summary>Writes PNG and JPEG files of 10 to 50 KB, 30 KB on the average; most of each is noise, as compressed pixels are.</summary>
    public static void WriteImages(string folder, int count)
    {
        string images = Directory.CreateDirectory(Path.Combine(folder, "image")).FullName;
        Parallel.For(0, count, number =>
        {
            byte[] noise = new byte[10_000 + (int)(number * 7919L % 40_000)];
            new Random(number).NextBytes(noise);
            byte[] content = number % 2 == 0
                ? new PngBuilder { Width = 32, Height = 32, Seed = number, ExtraChunks = [("noIz", noise)] }.Build()
                : new JpegBuilder { Width = 32, Height = 32, Seed = number, ExtraSegments = [(0xFE, noise)] }.Build();
            string name = string.Create(CultureInfo.InvariantCulture, $"image{number:D5}{(number % 2 == 0 ? ".png" : ".jpg")}");
            File.WriteAllBytes(Path.Combine(images, name), content);
        });
    }

    /// <summary>
    /// Writes CT slices of 512 × 512 in 16 bits, 12 of them used: a body of smooth shades, noise of some units, and air around it.
    /// </summary>
    public static void WriteSlices(string folder, int count)
    {
        string images = Directory.CreateDirectory(Path.Combine(folder, "image")).FullName;
        Parallel.For(0, count, number =>
        {
            DicomBuilder slice = new() { Rows = Side, Columns = Side, Seed = number, Pixels = Pixels(number) };
            string name = string.Create(CultureInfo.InvariantCulture, $"slice{number:D5}.dcm");
            File.WriteAllBytes(Path.Combine(images, name), slice.Build());
        });
    }

    private static byte[] Pixels(int seed)
    {
        Random random = new(seed);
        byte[] pixels = new byte[Side * Side * 2];
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                double fromCentre = Math.Sqrt(Math.Pow(x - 256, 2) + Math.Pow((y - 256) * 1.3, 2));
                bool isAir = fromCentre > 230;
                double shade = isAir ? 0 : 1000 + (40 * Math.Sin((x + seed) / 30.0)) + (60 * Math.Cos(y / 40.0)) + (fromCentre / 4);
                double noise = (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * (isAir ? 2 : 12);
                int value = Math.Clamp((int)(shade + noise), 0, 4095);
                BinaryPrimitives.WriteUInt16LittleEndian(pixels.AsSpan(2 * ((y * Side) + x)), (ushort)value);
            }
        }

        return pixels;
    }
}
