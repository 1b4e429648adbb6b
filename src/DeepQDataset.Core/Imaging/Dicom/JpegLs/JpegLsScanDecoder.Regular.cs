using System.Numerics;
using System.Runtime.CompilerServices;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <content>Samples that are coded individually, each predicted from its neighbours (ITU-T T.87 sections A.3 to A.6).</content>
internal sealed partial class JpegLsScanDecoder
{
    private bool DecodeLine<TReconstruction>(ref JpegLsBits bits, JpegLsLine line, TReconstruction reconstruction, ref int runIndex)
        where TReconstruction : struct, IJpegLsReconstruction
    {
        ReadOnlySpan<ushort> above = line.Above;
        Span<ushort> samples = line.Samples;
        ReadOnlySpan<short> gradients = line.Gradients;
        ReadOnlySpan<sbyte> classes = _gradients.Classes;
        Span<JpegLsContext> contexts = _contexts;
        int maximum = _coding.Maximum;
        int reset = _coding.Reset;
        int escapeZeros = _escapeZeros;
        int step = reconstruction.Step;
        ulong cache = bits.Cache;
        int count = bits.Count;
        int left = samples[0];
        int corner = above[0];
        for (int x = 0; x < gradients.Length;)
        {
            int context = gradients[x] + classes[corner - left + maximum];
            if (context == 0)
            {
                bits.Cache = cache;
                bits.Count = count;
                int next = DecodeRun(ref bits, line, x, reconstruction, ref runIndex);
                if (next < 0)
                {
                    return false;
                }

                cache = bits.Cache;
                count = bits.Count;
                x = next;
                left = samples[x];
                corner = above[x];
                continue;
            }

            int up = above[x + 1];
            int sign = context >> 31;
            ref JpegLsContext model = ref contexts[(context ^ sign) - sign];
            int predicted = Predict(left, up, corner, (model.Correction ^ sign) - sign, maximum);
            if (count < 32)
            {
                bits.Cache = cache;
                bits.Count = count;
                bits.Refill();
                cache = bits.Cache;
                count = bits.Count;
            }

            int order = model.Order;
            int zeros = BitOperations.LeadingZeroCount(cache);
            int length = zeros + order + 1;
            int mapped;
            if (length <= count && zeros < escapeZeros)
            {
                mapped = ((zeros - 1) << order) + (int)(cache << zeros >> (63 - order));
                cache <<= length;
                count -= length;
            }
            else
            {
                bits.Cache = cache;
                bits.Count = count;
                mapped = bits.ReadGolomb(order, escapeZeros, _errorBits);
                cache = bits.Cache;
                count = bits.Count;
            }

            if ((uint)mapped > JpegLsContext.GreatestMapped)
            {
                bits.Cache = cache;
                bits.Count = count;
                return false;
            }

            int error = (mapped >> 1) ^ -(mapped & 1) ^ model.Flip;
            model.Learn(error, step, reset);
            left = reconstruction.Add(predicted, (error ^ sign) - sign);
            x++;
            samples[x] = (ushort)left;
            corner = up;
        }

        bits.Cache = cache;
        bits.Count = count;
        return true;
    }

    /// <summary>
    /// Predicts a sample (sections A.4.1 and A.4.2): the median of the sample to the left, the one above, and their sum less the one
    /// between them; corrected.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Predict(int left, int up, int corner, int correction, int maximum)
    {
        int difference = left - up;
        int lesser = up + (difference & (difference >> 31));
        int greater = left + up - lesser;
        int plane = left + up - corner;
        int over = greater - plane;
        plane += over & (over >> 31);
        int under = plane - lesser;
        plane -= under & (under >> 31);
        int predicted = plane + correction;
        return (uint)predicted <= (uint)maximum ? predicted : ~(predicted >> 31) & maximum;
    }
}
