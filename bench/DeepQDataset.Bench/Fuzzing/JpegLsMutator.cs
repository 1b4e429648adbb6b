namespace DeepQDataset.Bench.Fuzzing;

/// <summary>Damages a JPEG-LS codestream; the numbers are those of its marker segments.</summary>
/// <param name="random">The random numbers; the same seed gives the same file.</param>
internal sealed class JpegLsMutator(Random random) : Mutator(random)
{
    private const int MaximumDistance = 20;

    /// <summary>Returns a damaged copy of a seed. In half of the cases headers are unchanged, and only coded data is.</summary>
    public byte[] Mutate()
    {
        byte[][] seeds = JpegLsSeeds.All;
        if (Random.Next(2) == 0)
        {
            return Mutate(seeds);
        }

        byte[] bytes = [.. seeds[Random.Next(seeds.Length)]];
        int data = bytes.AsSpan().IndexOf((byte[])[0xFF, 0xDA]) + 8;
        for (int change = Random.Next(1, 4); change > 0; change--)
        {
            bytes[Random.Next(data, bytes.Length)] ^= (byte)(1 << Random.Next(8));
        }

        return bytes;
    }

    /// <inheritdoc/>
    protected override int FindNumber(byte[] bytes)
    {
        for (int at = Random.Next(bytes.Length); at + 1 < bytes.Length; at++)
        {
            if (bytes[at] == 0xFF && bytes[at + 1] >= 0x80)
            {
                return at + Random.Next(MaximumDistance);
            }
        }

        return Random.Next(bytes.Length);
    }
}
