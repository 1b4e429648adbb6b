using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Jpeg;

/// <summary>
/// Checks the entropy-coded data of one scan to its last unit without decoding pixels: codes must exist, coefficients stay within their
/// block, and restart markers come at the right positions in order (ITU-T T.81, annexes E.2, F.2, G.2 and H.2). Excess bytes before a
/// marker are skipped, as decoders do.
/// </summary>
/// <param name="tables">The frame and the tables in force.</param>
/// <param name="scan">The scan.</param>
/// <param name="history">The coefficients of earlier scans of a progressive image.</param>
internal sealed class JpegScanReader(JpegTableSet tables, JpegScan scan, JpegHistory history)
{
    private const string InvalidCode = "the image data have an invalid Huffman code";
    private const string TooManyCoefficients = "a block of the image data has more coefficients than it can have";

    private const int BlockLength = 64;

    private readonly ushort[][] _directSteps = new ushort[JpegScan.MaximumUnitLength][];
    private readonly ushort[][] _alternatingSteps = new ushort[JpegScan.MaximumUnitLength][];
    private readonly JpegProgressiveReader _progressive = new(scan, history);

    /// <summary>
    /// Gets a value that indicates whether the scan can be checked. There is no history for very large progressive images.
    /// </summary>
    public bool CanFollow => tables.CanBeFollowed && tables.HasHuffmanTables
        && (!tables.IsProgressive || scan.Start == 0 || !scan.IsRefinement || (history.IsKept && !_progressive.IsExhausted));

    /// <summary>Starts the next image.</summary>
    public void Reset() => _progressive.Reset();

    /// <summary>Skips a scan that cannot be checked.</summary>
    /// <param name="reader">The reader, after the scan header; moved to the marker after the scan.</param>
    public static void Pass(ForwardReader reader)
    {
        JpegBits bits = new(reader);
        bits.SkipToMarker();
        while (IsRestart(bits.Marker))
        {
            bits.PassMarker();
            bits.SkipToMarker();
        }

        bits.Finish();
    }

    /// <summary>Checks the scan.</summary>
    /// <param name="reader">The reader, after the scan header; moved to the marker after the scan.</param>
    /// <param name="offset">The position of the problem in bytes from the start of the file.</param>
    /// <param name="endsEarly">Indicates whether the problem is that the file ends.</param>
    /// <returns>The problem, as a clause; null if there is none.</returns>
    public string? Follow(ForwardReader reader, out long offset, out bool endsEarly)
    {
        JpegBits bits = new(reader);
        _progressive.StartScan();
        long done = 0;
        int restart = 0;
        string? fault = null;
        while (fault is null)
        {
            long units = scan.Units - done;
            units = tables.RestartInterval > 0 ? Math.Min(tables.RestartInterval, units) : units;
            fault = FollowUnits(ref bits, units, out long followed);
            done += followed;
            if (fault is not null || done == scan.Units)
            {
                break;
            }

            fault = PassRestart(ref bits, restart);
            restart = (restart + 1) & 7;
        }

        if (fault is not null && bits.IsOverrun)
        {
            fault = FormattableString.Invariant($"the image data end after {done} of {scan.Units} units");
        }

        offset = bits.Position;
        endsEarly = bits.Marker == JpegBits.EndOfFile && fault is not null;
        if (fault is null)
        {
            bits.SkipToMarker();
        }

        bits.Finish();
        return fault;
    }

    private static bool IsRestart(int marker) => marker is >= 0xD0 and <= 0xD7;

    private static string? PassRestart(ref JpegBits bits, int due)
    {
        bits.SkipToMarker();
        if (bits.Marker != 0xD0 + due)
        {
            return bits.Marker == JpegBits.EndOfFile
                ? "the file ends within the image data"
                : FormattableString.Invariant($"the marker FF{bits.Marker:X2} stands in the image data where RST{due} is due");
        }

        bits.PassMarker();
        return null;
    }

    /// <summary>Follows units without a restart marker between them.</summary>
    /// <returns>The problem; null if there is none.</returns>
    private string? FollowUnits(ref JpegBits bits, long units, out long followed)
    {
        if (tables.IsProgressive)
        {
            return _progressive.FollowUnits(ref bits, units, out followed);
        }

        return tables.IsLossless ? FollowSamples(ref bits, units, out followed) : FollowBlocks(ref bits, units, out followed);
    }

    /// <summary>
    /// Follows the blocks of a sequential scan. The accumulator is kept in local variables, since most of the time is spent here.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? FollowBlocks(ref JpegBits bits, long units, out long followed)
    {
        for (int block = 0; block < scan.UnitLength; block++)
        {
            _directSteps[block] = scan.Direct[block].DirectSteps();
            _alternatingSteps[block] = scan.Alternating[block].AlternatingSteps();
        }

        ulong accumulator = bits.Accumulator;
        int count = bits.Count;
        string? fault = null;
        for (followed = 0; followed < units && fault is null; followed++)
        {
            for (int block = 0; block < scan.UnitLength; block++)
            {
                if (count < JpegBits.Enough)
                {
                    bits.Refill(accumulator, count);
                    accumulator = bits.Accumulator;
                    count = bits.Count;
                }

                int step = _directSteps[block][(int)(accumulator >> (64 - JpegHuffmanTable.StepBits))];
                if (step == 0)
                {
                    step = scan.Direct[block].FindDirectStep(accumulator);
                    fault = step == 0 ? InvalidCode : fault;
                }

                accumulator <<= step;
                count -= step;
                ushort[] steps = _alternatingSteps[block];
                int coefficient = 1;
                while (coefficient < BlockLength)
                {
                    if (count < JpegBits.Enough)
                    {
                        bits.Refill(accumulator, count);
                        accumulator = bits.Accumulator;
                        count = bits.Count;
                    }

                    step = steps[(int)(accumulator >> (64 - JpegHuffmanTable.StepBits))];
                    int next = coefficient + ((step >> JpegHuffmanTable.AdvanceShift) & JpegHuffmanTable.AdvanceMask);
                    if (step == 0 || next >= BlockLength)
                    {
                        // The code is long, or the block may end before the last of several codes.
                        step = scan.Alternating[block].FindAlternatingStep(accumulator);
                        next = coefficient + ((step >> JpegHuffmanTable.AdvanceShift) & JpegHuffmanTable.AdvanceMask);
                        if (step == 0 || next > BlockLength)
                        {
                            fault = step == 0 ? InvalidCode : TooManyCoefficients;
                            break;
                        }
                    }

                    accumulator <<= step & JpegHuffmanTable.StepLength;
                    count -= step & JpegHuffmanTable.StepLength;
                    coefficient = (step & JpegHuffmanTable.EndOfBlock) == 0 ? next : BlockLength;
                }
            }

            if (count < bits.MadeUp)
            {
                fault = InvalidCode;
            }
        }

        followed -= fault is null ? 0 : 1;
        bits.Accumulator = accumulator;
        bits.Count = count;
        return fault;
    }

    /// <summary>
    /// Follows the samples of a lossless scan. Each has a difference of up to 16 bits; 16 means that no bits follow the code (annex
    /// H.1.2.2).
    /// </summary>
    private string? FollowSamples(ref JpegBits bits, long units, out long followed)
    {
        for (followed = 0; followed < units; followed++)
        {
            for (int sample = 0; sample < scan.UnitLength; sample++)
            {
                int symbol = bits.ReadSymbol(scan.Direct[sample]);
                if (symbol is < 0 or > 16)
                {
                    return InvalidCode;
                }
            }

            if (bits.IsOverrun)
            {
                return InvalidCode;
            }
        }

        return null;
    }
}
