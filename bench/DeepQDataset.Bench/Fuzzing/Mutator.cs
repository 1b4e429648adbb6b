using System.Buffers.Binary;

namespace DeepQDataset.Bench.Fuzzing;

/// <summary>Damages files: bits, bytes, cuts, moved parts, and numbers that no writer would write.</summary>
/// <param name="random">The random numbers; the same seed gives the same file.</param>
internal abstract class Mutator(Random random)
{
    private static readonly ulong[] Extremes =
    [
        0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0x10000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF,
        0x1_0000_0000, 0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000, 0xFFFF_FFFF_FFFF_FFFE, 0xFFFF_FFFF_FFFF_FFFF,
    ];

    /// <summary>Gets the random numbers.</summary>
    protected Random Random => random;

    /// <summary>Returns a damaged copy of one of the seeds, mixed with others.</summary>
    public byte[] Mutate(byte[][] seeds)
    {
        byte[] bytes = [.. seeds[random.Next(seeds.Length)]];
        int changes = random.Next(1, 7);
        for (int change = 0; change < changes; change++)
        {
            bytes = Change(bytes, seeds);
        }

        return bytes;
    }

    /// <summary>Returns the position of a possible number; -1 if there is none.</summary>
    protected abstract int FindNumber(byte[] bytes);

    /// <summary>Sets a number: an extreme, something near the file's size, or any.</summary>
    protected void SetNumber(byte[] bytes)
    {
        int position = FindNumber(bytes);
        int size = 1 << random.Next(4);
        if (position < 0 || position + size > bytes.Length)
        {
            return;
        }

        ulong value = random.Next(4) switch
        {
            0 => (ulong)(bytes.Length + random.Next(-64, 64)),
            1 => (ulong)random.NextInt64(),
            _ => Extremes[random.Next(Extremes.Length)],
        };
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(number, value);
        number[..size].CopyTo(bytes.AsSpan(position));
    }

    private byte[] Change(byte[] bytes, byte[][] seeds)
    {
        if (bytes.Length == 0)
        {
            return [.. seeds[random.Next(seeds.Length)]];
        }

        switch (random.Next(16))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                return bytes[random.Next(bytes.Length)..];
            case 2:
                return [.. bytes, .. Part(seeds[random.Next(seeds.Length)])];
            case 3:
                return Insert(bytes, Part(seeds[random.Next(seeds.Length)]));
            case 4:
                return Insert(bytes, Part(bytes));
            case 5:
                return Remove(bytes);
            case 6:
            case 7:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 8:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            default:
                SetNumber(bytes);
                return bytes;
        }
    }

    private byte[] Part(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return [];
        }

        int start = random.Next(bytes.Length);
        return bytes[start..(start + random.Next(bytes.Length - start))];
    }

    private byte[] Insert(byte[] bytes, byte[] part)
    {
        int position = random.Next(bytes.Length);
        return [.. bytes[..position], .. part, .. bytes[position..]];
    }

    private byte[] Remove(byte[] bytes)
    {
        int start = random.Next(bytes.Length);
        int end = start + random.Next(Math.Min(bytes.Length - start, 256));
        return [.. bytes[..start], .. bytes[end..]];
    }
}
