using DeepQDataset.TestKit;

namespace DeepQDataset.Bench.Fuzzing;

/// <summary>Provides the JPEG-LS codestreams to mutate, of images up to 32 × 32: one for each task of a decoder.</summary>
internal static class JpegLsSeeds
{
    private const int Side = 32;

    /// <summary>Gets all items.</summary>
    public static byte[][] All { get; } = [.. Build()];

    private static IEnumerable<byte[]> Build()
    {
        foreach (int precision in (int[])[2, 8, 12, 16])
        {
            foreach (int near in (int[])[0, 1])
            {
                int[][] grey = [Shades(precision, 1)];
                yield return new JpegLsBuilder { Width = Side, Precision = precision, Near = near, Components = grey }.Build();
            }
        }

        for (int interleave = 0; interleave < 3; interleave++)
        {
            int[][] colors = [Shades(8, 1), Shades(8, 2), Shades(8, 3)];
            yield return new JpegLsBuilder { Width = Side, Interleave = interleave, Components = colors }.Build();
            yield return new JpegLsBuilder
            {
                Width = Side,
                Interleave = interleave,
                Near = 2,
                RestartLines = 5,
                Components = colors,
            }.Build();
        }

        yield return new JpegLsBuilder
        {
            Width = Side,
            Precision = 12,
            Parameters = [4000, 9, 90, 900, 31],
            OversizeBytes = 4,
            RestartLines = 1,
            RestartBytes = 4,
            Components = [Shades(11, 1), Shades(11, 2)],
        }.Build();
        yield return new JpegLsBuilder { Width = Side, Components = [new int[Side * Side]] }.Build();
        yield return new JpegLsBuilder
        {
            Width = 1,
            Interleave = 2,
            Before = [0xFF, 0xE8, 0, 7, (byte)'m', (byte)'r', (byte)'f', (byte)'x', 2],
            Components = [Shades(8, 1), Shades(8, 2), Shades(8, 3)],
        }.Build();
    }

    /// <summary>Waves with noise, and a flat half.</summary>
    private static int[] Shades(int bits, int seed)
    {
        Random random = new(seed);
        int maximum = (1 << bits) - 1;
        return Enumerable.Range(0, Side * Side).Select(index => index % Side > 20 ? maximum / 3 : Wave(index) + random.Next(2)).ToArray();

        int Wave(int index) => (int)((Math.Sin(index % Side / 4.0 + seed) + 1) / 2 * (maximum - 1));
    }
}
