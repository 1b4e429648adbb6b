namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <content>Lines whose components are interleaved by sample (ITU-T T.87 section B.4).</content>
internal sealed partial class JpegLsScanDecoder
{
    private bool DecodeSamples<TReconstruction>(ref JpegLsBits bits, ReadOnlySpan<JpegLsLine> lines, TReconstruction reconstruction)
        where TReconstruction : struct, IJpegLsReconstruction
    {
        Span<int> contexts = stackalloc int[MaximumComponents];
        contexts = contexts[..lines.Length];
        for (int x = 0; x < _width;)
        {
            int any = 0;
            for (int i = 0; i < lines.Length; i++)
            {
                JpegLsLine line = lines[i];
                contexts[i] = line.Gradients[x] + _gradients.Classes[line.Above[x] - line.Samples[x] + _coding.Maximum];
                any |= contexts[i];
            }

            if (any == 0)
            {
                x = DecodeRun(ref bits, lines, x, reconstruction);
                if (x < 0)
                {
                    return false;
                }

                continue;
            }

            for (int i = 0; i < lines.Length; i++)
            {
                if (!TryDecodeSample(ref bits, lines[i], x, contexts[i], reconstruction))
                {
                    return false;
                }
            }

            x++;
        }

        return true;
    }

    private bool TryDecodeSample<TReconstruction>(ref JpegLsBits bits, JpegLsLine line, int x, int context, TReconstruction reconstruction)
        where TReconstruction : struct, IJpegLsReconstruction
    {
        ReadOnlySpan<ushort> above = line.Above;
        Span<ushort> samples = line.Samples;
        int sign = context >> 31;
        ref JpegLsContext model = ref _contexts[(context ^ sign) - sign];
        int predicted = Predict(samples[x], above[x + 1], above[x], (model.Correction ^ sign) - sign, _coding.Maximum);
        int mapped = bits.ReadGolomb(model.Order, _escapeZeros, _errorBits);
        if ((uint)mapped > JpegLsContext.GreatestMapped)
        {
            return false;
        }

        int error = (mapped >> 1) ^ -(mapped & 1) ^ model.Flip;
        model.Learn(error, reconstruction.Step, _coding.Reset);
        samples[x + 1] = (ushort)reconstruction.Add(predicted, (error ^ sign) - sign);
        return true;
    }

    /// <summary>Decodes a run of pixels, and the pixel after it, whose samples all have the same type.</summary>
    /// <returns>The index after them; -1 if the code is invalid.</returns>
    private int DecodeRun<TReconstruction>(ref JpegLsBits bits, ReadOnlySpan<JpegLsLine> lines, int start, TReconstruction reconstruction)
        where TReconstruction : struct, IJpegLsReconstruction
    {
        ref int runIndex = ref _runIndexes[0];
        int length = ReadRunLength(ref bits, _width - start, ref runIndex);
        if (length < 0)
        {
            return -1;
        }

        int x = start + length;
        foreach (JpegLsLine line in lines)
        {
            Span<ushort> samples = line.Samples;
            samples.Slice(start + 1, length).Fill(samples[start]);
        }

        if (x == _width)
        {
            return x;
        }

        foreach (JpegLsLine line in lines)
        {
            if (!TryReadInterruption(ref bits, 0, runIndex, out int error))
            {
                return -1;
            }

            int left = line.Samples[x];
            int up = line.Above[x + 1];
            line.Samples[x + 1] = (ushort)reconstruction.Add(up, left > up ? -error : error);
        }

        runIndex = Math.Max(0, runIndex - 1);
        return x + 1;
    }
}
