using DeepQDataset.Imaging.Dicom.JpegLs;
using DeepQDataset.Imaging.Dicom.Pixels;

namespace DeepQDataset.Bench.Fuzzing;

/// <summary>
/// Decodes mutated JPEG-LS codestreams: of any size that fits, and as frames with the size of a file. Values beyond the bits in the header
/// are a violation, too.
/// </summary>
internal sealed class JpegLsFuzzer : Fuzzer
{
    private const long MaximumDecodedBytes = 16L << 20;

    private readonly JpegLsDecoder _decoder = new();
    private readonly JpegLsFrameDecoder _frames = new();
    private readonly FrameSamples _samples = new();
    private readonly byte[] _room = new byte[MaximumDecodedBytes];
    private byte[] _bytes = [];

    /// <inheritdoc/>
    protected override string Subject => "JPEG-LS codestreams";

    /// <inheritdoc/>
    protected override int WarmUpCases => 200;

    /// <inheritdoc/>
    protected override void Prepare(int number) => _bytes = new JpegLsMutator(new Random(number)).Mutate();

    /// <inheritdoc/>
    protected override string Examine(int number) => number % 4 == 0 ? "as a frame: " + DecodeFrame() : Decode(number);

    private string DecodeFrame()
    {
        PixelFormat format = new()
        {
            Rows = 32,
            Columns = 32,
            Samples = 1,
            BitsAllocated = 16,
            BitsStored = 12,
            HighBit = 11,
            IsSigned = false,
            IsPlanar = false,
            Frames = 1,
            Photometric = PhotometricKind.Monochrome2,
        };
        return _frames.Decode(_bytes, format, _samples) is null ? "decoded" : "named";
    }

    private string Decode(int number)
    {
        if (_decoder.ReadHeader(_bytes) is string fault)
        {
            return Outcome("header: ", fault);
        }

        JpegLsFrame frame = _decoder.Frame;
        if (frame.DecodedBytes > MaximumDecodedBytes)
        {
            return "larger than there is room for";
        }

        Span<byte> room = _room.AsSpan(0, (int)frame.DecodedBytes);
        if (_decoder.Decode(_bytes, room) is string damage)
        {
            return Outcome("data: ", damage);
        }

        int step = frame.SampleBytes;
        for (int i = step - 1; i < room.Length; i += step)
        {
            if (room[i] >> (frame.Precision - (8 * (step - 1))) != 0)
            {
                Violate(number, "a value has more bits than the header says");
                break;
            }
        }

        return "decoded";
    }

    /// <summary>What is wrong, without its numbers.</summary>
    private static string Outcome(string where, string fault) =>
        where + string.Concat(fault.Where(static letter => !char.IsAsciiDigit(letter)));
}
