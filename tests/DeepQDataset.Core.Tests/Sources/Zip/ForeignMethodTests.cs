using System.IO.Compression;
using DeepQDataset.Core.Tests.Repair;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Streams;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Sources.Zip;

public sealed class ForeignMethodTests
{
    private const long FourGib = 1L << 32;

    /// <summary>How much one code of Deflate64 can repeat (base 3, 16 extra bits).</summary>
    private const int LongestMatch = 3 + 0xFFFF;

    public static TheoryData<ushort> Methods => [ZipMethod.BZip2, ZipMethod.Deflate64];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Data_unpack_whatever_the_buffer(ushort method)
    {
        foreach (int size in new[] { 1, 7, 4096, 1 << 20 })
        {
            using Stream stream = ForeignMethods.Open(method, new MemoryStream(Packed(method)));
            Assert.Equal(ForeignMethodSamples.Png, ReadAll(stream, size));
            Assert.Equal(0, stream.Read(new byte[1]));
            Assert.Equal(ForeignMethodSamples.Png.Length, stream.Position);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Damaged_data_end_in_invalid_data_or_in_other_data(ushort method)
    {
        byte[] packed = Packed(method);
        int refused = 0;
        for (int bit = 0; bit < packed.Length * 8; bit += 3)
        {
            byte[] damaged = [.. packed];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            refused += Refuses(method, damaged) ? 1 : 0;
        }

        Assert.NotEqual(0, refused);
        Assert.True(method != ZipMethod.BZip2 || refused > packed.Length * 7 / 3, $"{refused}"); // bzip2 has checksums
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Data_cut_short_end_early_or_in_invalid_data(ushort method)
    {
        byte[] packed = Packed(method);
        for (int length = 0; length < packed.Length; length += 3)
        {
            byte[]? content = TryRead(method, packed[..length]);
            Assert.True(content is null || ForeignMethodSamples.Png.AsSpan().StartsWith(content), $"{length}");
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Noise_ends_in_invalid_data_or_in_other_noise(ushort method)
    {
        Random random = new(7);
        for (int round = 0; round < 500; round++)
        {
            byte[] noise = new byte[random.Next(1, 2_000)];
            random.NextBytes(noise);
            int start = random.Next(0, 40); // as much of the right data before it, so that it is not refused at once
            TryRead(method, [.. Packed(method)[..start], .. noise]);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_file_that_cannot_be_read_is_not_taken_for_damaged(ushort method)
    {
        byte[] packed = Packed(method);
        foreach (int readable in new[] { 0, 3, packed.Length / 2 })
        {
            FailingStream failing = new(packed, readable);
            IOException exception = Assert.Throws<IOException>(() => ReadAll(ForeignMethods.Open(method, failing), 100));
            Assert.Equal("The disk is gone.", exception.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void An_entry_that_claims_more_than_4_GiB_is_opened(ushort method)
    {
        using TempFolder folder = new();
        new ZipBuilder()
            .File("a.png", [], entry => entry.Method(method).Packed(Packed(method)).Length((ulong)FourGib + 1).Zip64())
            .Write(folder["a.zip"]);
        using ZipSource source = ZipSource.Open(folder["a.zip"], readsForeignMethods: true, TestContext.Current.CancellationToken);

        using Stream stream = source.Open(Assert.Single(source.Entries));

        Assert.Equal(FourGib + 1, stream.Length);
        Assert.Equal(ForeignMethodSamples.Png, ReadAll(stream, 4096));
    }

    [Fact]
    public void Long_matches_of_Deflate64_are_read_as_the_runtime_reads_them()
    {
        byte[] packed = Repetition(20);
        using Stream stream = ForeignMethods.Open(ZipMethod.Deflate64, new MemoryStream(packed));
        using TempFolder folder = new();
        new ZipBuilder()
            .File("a", new byte[1 + (20 * LongestMatch)], entry => entry.Method(ZipMethod.Deflate64).Packed(packed)).Write(folder["a.zip"]);
        using ZipArchive witness = System.IO.Compression.ZipFile.OpenRead(folder["a.zip"]);
        using Stream expected = witness.Entries[0].Open();

        byte[] content = ReadAll(stream, 65_536);

        Assert.Equal(1 + (20 * LongestMatch), content.Length);
        Assert.Equal(ReadAll(expected, 65_536), content);
    }

    [Fact(Explicit = true)]
    [Trait("Category", "Long")]
    public void More_than_4_GiB_are_unpacked()
    {
        int matches = (int)(FourGib / LongestMatch) + 2;
        using Stream stream = ForeignMethods.Open(ZipMethod.Deflate64, new MemoryStream(Repetition(matches)));
        byte[] buffer = new byte[1 << 20];
        long length = 0;
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            Assert.False(buffer.AsSpan(0, read).ContainsAnyExcept((byte)'x'));
            length += read;
        }

        Assert.Equal(1 + ((long)matches * LongestMatch), length);
    }

    private static byte[] Packed(ushort method) => method == ZipMethod.BZip2 ? ForeignMethodSamples.BZip2 : ForeignMethodSamples.Deflate64;

    private static bool Refuses(ushort method, byte[] packed) => TryRead(method, packed) is null;

    /// <summary>The content; null where it is refused as invalid. Anything else that is thrown fails the test.</summary>
    private static byte[]? TryRead(ushort method, byte[] packed)
    {
        try
        {
            // As entries are read: no more than the directory says.
            using Stream stream = new BoundedStream(ForeignMethods.Open(method, new MemoryStream(packed)), 1 << 20);
            return ReadAll(stream, 4096);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] ReadAll(Stream stream, int size)
    {
        using MemoryStream content = new();
        byte[] buffer = new byte[size];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    /// <summary>One block of fixed codes: an x, and matches of the greatest length at distance 1.</summary>
    private static byte[] Repetition(int matches)
    {
        List<byte> bytes = [];
        int free = 0;
        void Write(int value, int bits)
        {
            for (int bit = 0; bit < bits; bit++)
            {
                if (free == 0)
                {
                    bytes.Add(0);
                    free = 8;
                }

                bytes[^1] |= (byte)(((value >> bit) & 1) << (8 - free));
                free--;
            }
        }

        void WriteCode(int code, int bits)
        {
            for (int bit = bits - 1; bit >= 0; bit--)
            {
                Write(code >> bit, 1); // codes have their highest bit first
            }
        }

        Write(0b011, 3); // the last block, of fixed codes
        WriteCode(0x30 + 'x', 8);
        for (int match = 0; match < matches; match++)
        {
            WriteCode(0xC0 + 285 - 280, 8);
            Write(0xFFFF, 16);
            WriteCode(0, 5);
        }

        WriteCode(0, 7); // the end of the block
        return [.. bytes];
    }

    /// <summary>A file on a disk that goes away.</summary>
    private sealed class FailingStream(byte[] content, int readable) : ForwardReadStream
    {
        private int _position;

        public override int Read(Span<byte> buffer)
        {
            if (_position == readable)
            {
                throw new IOException("The disk is gone.");
            }

            int length = Math.Min(buffer.Length, readable - _position);
            content.AsSpan(_position, length).CopyTo(buffer);
            _position += length;
            return length;
        }
    }
}
