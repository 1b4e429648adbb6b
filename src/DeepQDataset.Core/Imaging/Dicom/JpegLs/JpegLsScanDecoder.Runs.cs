namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <content>Runs of one value, and the samples that end them (ITU-T T.87 section A.7).</content>
internal sealed partial class JpegLsScanDecoder
{
    private const int LastRunIndex = 31;

    /// <summary>J: the base-2 logarithm of the length that a bit of 1 represents.</summary>
    private static ReadOnlySpan<byte> RunOrders =>
        [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    /// <summary>Decodes a run of samples of a component, and the sample after it.</summary>
    /// <returns>The index after them; -1 if the code is invalid.</returns>
    private int DecodeRun<TReconstruction>(
        ref JpegLsBits bits, JpegLsLine line, int start, TReconstruction reconstruction, ref int runIndex)
        where TReconstruction : struct, IJpegLsReconstruction
    {
        int length = ReadRunLength(ref bits, _width - start, ref runIndex);
        if (length < 0)
        {
            return -1;
        }

        Span<ushort> samples = line.Samples;
        ushort left = samples[start];
        samples.Slice(start + 1, length).Fill(left);
        int x = start + length;
        if (x == _width)
        {
            return x;
        }

        int up = line.Above[x + 1];
        bool isFlat = Math.Abs(left - up) <= _coding.Near;
        if (!TryReadInterruption(ref bits, isFlat ? 1 : 0, runIndex, out int error))
        {
            return -1;
        }

        int sample = isFlat ? reconstruction.Add(left, error) : reconstruction.Add(up, left > up ? -error : error);
        samples[x + 1] = (ushort)sample;
        runIndex = Math.Max(0, runIndex - 1);
        return x + 1;
    }

    /// <summary>Reads the length of a run (section A.7.1.2).</summary>
    /// <returns>The number of samples; -1 if it is more than are left.</returns>
    private static int ReadRunLength(ref JpegLsBits bits, int left, ref int runIndex)
    {
        int length = 0;
        while (bits.Read(1) == 1)
        {
            int whole = 1 << RunOrders[runIndex];
            if (whole > left - length)
            {
                return left;
            }

            length += whole;
            runIndex = Math.Min(LastRunIndex, runIndex + 1);
            if (length == left)
            {
                return left;
            }
        }

        length += bits.Read(RunOrders[runIndex]);
        return length <= left ? length : -1;
    }

    /// <summary>Reads the error of the sample after a run (section A.7.2).</summary>
    private bool TryReadInterruption(ref JpegLsBits bits, int type, int runIndex, out int error)
    {
        ref JpegLsRunContext model = ref _runContexts[type];
        int mapped = bits.ReadGolomb(model.Order, _escapeZeros - RunOrders[runIndex] - 1, _errorBits);
        if ((uint)mapped > JpegLsContext.GreatestMapped)
        {
            error = 0;
            return false;
        }

        error = model.Learn(mapped, _coding.Reset);
        return true;
    }
}
