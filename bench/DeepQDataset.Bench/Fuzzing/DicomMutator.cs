using System.IO.Compression;

namespace DeepQDataset.Bench.Fuzzing;

/// <summary>
/// Damages DICOM files; the numbers are tags, value representations and lengths. Some data sets are deflated after they have been damaged.
/// </summary>
/// <param name="random">The random numbers; the same seed gives the same file.</param>
internal sealed class DicomMutator(Random random) : Mutator(random)
{
    private const int DeflateEach = 12;

    /// <summary>The possible distances of a number from an apparent header: the tag before it, the length after it.</summary>
    private static readonly int[] Distances = [-4, -2, 0, 2, 2, 2, 4, 4];

    /// <summary>Returns a damaged copy of one of the seeds.</summary>
    public byte[] Mutate()
    {
        if (Random.Next(DeflateEach) != 0)
        {
            return Damage(DicomSeeds.All);
        }

        byte[] damaged = Damage(DicomSeeds.DataSets);
        using MemoryStream file = new();
        file.Write(DicomSeeds.DeflatedStart);
        using (DeflateStream deflate = new(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(damaged);
        }

        return file.ToArray();
    }

    /// <inheritdoc/>
    protected override int FindNumber(byte[] bytes)
    {
        for (int at = Random.Next(bytes.Length); at + 1 < bytes.Length; at++)
        {
            bool isDelimiter = bytes[at] == 0xFE && bytes[at + 1] == 0xFF;
            if (isDelimiter || (IsCapital(bytes[at]) && IsCapital(bytes[at + 1])))
            {
                return Math.Max(0, at + Distances[Random.Next(Distances.Length)]);
            }
        }

        return Random.Next(bytes.Length);
    }

    /// <summary>
    /// Damages a file. Half of the files keep all of their parts, and have only a few numbers changed, since most of the others are no
    /// longer DICOM.
    /// </summary>
    private byte[] Damage(byte[][] seeds)
    {
        if (Random.Next(2) == 0)
        {
            return Mutate(seeds);
        }

        byte[] bytes = [.. seeds[Random.Next(seeds.Length)]];
        for (int change = Random.Next(1, 4); change > 0; change--)
        {
            SetNumber(bytes);
        }

        return bytes;
    }

    private static bool IsCapital(byte value) => value is >= (byte)'A' and <= (byte)'Z';
}
