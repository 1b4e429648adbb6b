using DeepQDataset.Imaging;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging;

public sealed class ForwardReaderTests
{
    private const int FileLength = 300_000;

    private static readonly byte[] File = MakeFile();

    public static TheoryData<string> Streams => ["seeking", "trickling"];

    [Theory]
    [MemberData(nameof(Streams))]
    public void Peeking_takes_nothing(string kind)
    {
        using ForwardReader reader = Open(kind);

        Assert.True(reader.TryPeek(10, out ReadOnlySpan<byte> first));
        Assert.Equal(File.AsSpan(0, 10), first);
        Assert.True(reader.TryPeek(ForwardReader.BufferSize, out ReadOnlySpan<byte> most));
        Assert.Equal(File.AsSpan(0, ForwardReader.BufferSize), most);
        Assert.Equal(0, reader.Position);
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void Reads_and_skips_of_any_size_give_the_files_bytes(string kind)
    {
        Random random = new(4);
        for (int round = 0; round < 40; round++)
        {
            using ForwardReader reader = Open(kind);
            long expected = 0;
            while (expected < FileLength)
            {
                int count = random.Next(random.Next(2) == 0 ? 40 : ForwardReader.BufferSize);
                bool fits = expected + count <= FileLength;
                switch (random.Next(4))
                {
                    case 0:
                        Assert.Equal(fits, reader.TryRead(count, out ReadOnlySpan<byte> bytes));
                        Assert.Equal(File.AsSpan((int)expected, fits ? count : FileLength - (int)expected), bytes);
                        expected += fits ? count : 0;
                        break;
                    case 1:
                        Assert.Equal(fits, reader.TrySkip(count));
                        expected = fits ? expected + count : FileLength;
                        break;
                    case 2:
                        Assert.True(reader.TryReadSome(out ReadOnlySpan<byte> some));
                        Assert.Equal(File.AsSpan((int)expected, some.Length), some);
                        expected += some.Length;
                        break;
                    default:
                        Assert.True(reader.TryReadByte(out byte value));
                        Assert.Equal(File[expected], value);
                        expected++;
                        break;
                }

                Assert.Equal(expected, reader.Position);
            }

            Assert.False(reader.TryReadByte(out _));
            Assert.False(reader.TryReadSome(out _));
            Assert.False(reader.TrySkip(1));
            Assert.True(reader.TrySkip(0));
            Assert.Equal(FileLength, reader.Position);
        }
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void At_the_end_what_is_left_is_shown_and_not_taken(string kind)
    {
        using ForwardReader reader = Open(kind);
        Assert.True(reader.TrySkip(FileLength - 5));

        Assert.False(reader.TryRead(6, out ReadOnlySpan<byte> left));
        Assert.Equal(File.AsSpan(FileLength - 5), left);
        Assert.Equal(FileLength - 5, reader.Position);
        Assert.True(reader.TryRead(5, out left));
        Assert.Equal(File.AsSpan(FileLength - 5), left);
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_skip_beyond_the_end_stops_there(string kind)
    {
        using ForwardReader reader = Open(kind);

        Assert.False(reader.TrySkip(long.MaxValue));
        Assert.Equal(FileLength, reader.Position);
    }

    [Fact]
    public void The_tail_is_seen_without_moving_where_the_stream_can_seek()
    {
        using ForwardReader reader = Open("seeking");
        Assert.True(reader.TryRead(100, out _));

        byte[] tail = new byte[12];
        Assert.True(reader.TryPeekTail(tail));
        Assert.Equal(File[^12..], tail);
        Assert.Equal(100, reader.Position);
        Assert.True(reader.TryRead(60_000, out ReadOnlySpan<byte> next));
        Assert.Equal(File.AsSpan(100, 60_000), next);
    }

    [Fact]
    public void The_tail_is_not_seen_where_that_needs_reading_through()
    {
        using ForwardReader reader = Open("trickling");
        byte[] tail = new byte[12];
        Assert.False(reader.TryPeekTail(tail));

        Assert.True(reader.TrySkip(FileLength - 20));
        Assert.True(reader.TryPeek(20, out _));
        Assert.True(reader.TryPeekTail(tail));
        Assert.Equal(File[^12..], tail);
    }

    [Fact]
    public void The_tail_does_not_begin_before_the_position()
    {
        using ForwardReader reader = Open("seeking");
        Assert.True(reader.TrySkip(FileLength - 11));

        Assert.False(reader.TryPeekTail(new byte[12]));
        Assert.True(reader.TryPeekTail(new byte[11]));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1_000_000)]
    public void A_declared_length_that_lies_does_no_harm(long declared)
    {
        using ForwardReader reader = new();
        reader.Reset(new MemoryStream(File), declared, cancellation: TestContext.Current.CancellationToken);
        byte[] tail = new byte[8];

        Assert.Equal(declared < FileLength, reader.TryPeekTail(tail));
        Assert.True(reader.TrySkip(FileLength));
        Assert.False(reader.TrySkip(1));
    }

    [Fact]
    public void A_reader_starts_anew_with_the_next_file()
    {
        using ForwardReader reader = Open("seeking");
        Assert.False(reader.TrySkip(FileLength + 1));
        reader.Reset(new TricklingStream([1, 2, 3]), 3, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((0, 3), (reader.Position, reader.Length));
        Assert.True(reader.TryRead(3, out ReadOnlySpan<byte> bytes));
        Assert.Equal([1, 2, 3], bytes.ToArray());
        Assert.False(reader.TryPeek(1, out _));
    }

    [Fact]
    public void More_than_the_buffer_cannot_be_asked_for()
    {
        using ForwardReader reader = Open("seeking");

        Assert.Throws<ArgumentOutOfRangeException>(() => Peek(reader, ForwardReader.BufferSize + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Peek(reader, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => { reader.TrySkip(-1); });
    }

    private static void Peek(ForwardReader reader, int count) => reader.TryPeek(count, out _);

    private static ForwardReader Open(string kind)
    {
        ForwardReader reader = new();
        reader.Reset(
            string.Equals(kind, "seeking", StringComparison.Ordinal) ? new MemoryStream(File) : new TricklingStream(File), FileLength);
        return reader;
    }

    private static byte[] MakeFile()
    {
        byte[] file = new byte[FileLength];
        new Random(3).NextBytes(file);
        return file;
    }
}
