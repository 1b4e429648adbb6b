namespace DeepQDataset.TestKit;

/// <summary>Writes the lines of a JPEG-LS scan, step by step as ITU-T T.87 describes it (annexes A and B), without haste.</summary>
/// <param name="model">What it codes by.</param>
/// <param name="width">Samples of a line.</param>
/// <param name="components">The samples of each component.</param>
internal sealed class JpegLsScanWriter(JpegLsModel model, int width, int[][] components)
{
    private static readonly int[] RunOrders =
        [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    private readonly int[] _runIndexes = new int[components.Length];
    private readonly List<bool> _bits = [];
    private int _firstLine;
    private int _line;

    /// <summary>What a decoder makes of each component.</summary>
    public int[][] Decoded { get; } = Array.ConvertAll(components, component => new int[component.Length]);

    /// <summary>Starts an interval: the next line is like the first.</summary>
    public void Start()
    {
        model.Start();
        Array.Clear(_runIndexes);
        _firstLine = -1;
    }

    /// <summary>Writes a line of all components.</summary>
    /// <param name="y">Which.</param>
    /// <param name="isBySample">Indicates whether they follow each other sample by sample.</param>
    public void WriteLine(int y, bool isBySample)
    {
        _line = y;
        _firstLine = _firstLine < 0 ? y : _firstLine;
        int[] all = Enumerable.Range(0, components.Length).ToArray();
        foreach (int[] group in isBySample ? [all] : all.Select(index => (int[])[index]))
        {
            for (int x = 0; x < width;)
            {
                x = group.All(component => ContextOf(component, x) == 0) ? WriteRun(group, x) : WriteSamples(group, x);
            }
        }
    }

    /// <summary>Returns the bytes of the interval: behind one of FF, the next has seven bits.</summary>
    public byte[] Finish()
    {
        List<byte> bytes = [];
        for (int at = 0; at < _bits.Count || (bytes.Count > 0 && bytes[^1] == 0xFF);)
        {
            int length = bytes.Count > 0 && bytes[^1] == 0xFF ? 7 : 8;
            int value = 0;
            for (int end = at + length; at < end; at++)
            {
                value = (value << 1) | (at < _bits.Count && _bits[at] ? 1 : 0);
            }

            bytes.Add((byte)value);
        }

        _bits.Clear();
        return bytes.ToArray();
    }

    private int WriteSamples(int[] group, int x)
    {
        int[] contexts = Array.ConvertAll(group, component => ContextOf(component, x));
        for (int i = 0; i < group.Length; i++)
        {
            WriteSample(group[i], x, Math.Abs(contexts[i]), contexts[i] < 0 ? -1 : 1);
        }

        return x + 1;
    }

    private void WriteSample(int component, int x, int context, int sign)
    {
        (int left, int up, int corner) = (At(component, x - 1), Above(component, x), Above(component, x - 1));
        int predicted = corner >= Math.Max(left, up) ? Math.Min(left, up)
            : corner <= Math.Min(left, up) ? Math.Max(left, up)
            : left + up - corner;
        predicted = Math.Clamp(predicted + (sign * model.Corrections[context]), 0, model.Maximum);
        int error = TakeError(component, x, predicted, sign);
        int order = model.OrderOf(context, model.Sums[context]);
        bool isFlipped = model.Near == 0 && order == 0 && 2 * model.Biases[context] <= -model.Counts[context];
        int told = isFlipped ? -error - 1 : error;
        WriteGolomb(told >= 0 ? 2 * told : (-2 * told) - 1, order, model.Limit);
        model.Sums[context] += Math.Abs(error);
        model.Biases[context] += error * model.Step;
        model.Count(context);
        CorrectBias(context);
    }

    private void CorrectBias(int context)
    {
        int count = model.Counts[context];
        ref int bias = ref model.Biases[context];
        ref int correction = ref model.Corrections[context];
        if (bias <= -count)
        {
            bias = Math.Max(bias + count, 1 - count);
            correction = Math.Max(correction - 1, -128);
        }
        else if (bias > 0)
        {
            bias = Math.Min(bias - count, 0);
            correction = Math.Min(correction + 1, 127);
        }
    }

    private int WriteRun(int[] group, int x)
    {
        int length = 0;
        while (x + length < width && group.All(component => IsLikeLeft(component, x, x + length)))
        {
            foreach (int component in group)
            {
                Decoded[component][(_line * width) + x + length] = At(component, x - 1);
            }

            length++;
        }

        ref int index = ref _runIndexes[group[0]];
        int left = length;
        for (; left >= 1 << RunOrders[index]; index = Math.Min(index + 1, 31))
        {
            WriteBits(1, 1);
            left -= 1 << RunOrders[index];
        }

        if (x + length == width)
        {
            WriteBits(1, left > 0 ? 1 : 0);
            return width;
        }

        WriteBits(left, 1 + RunOrders[index]);
        foreach (int component in group)
        {
            WriteInterruption(component, x + length, index, group.Length > 1);
        }

        index = Math.Max(0, index - 1);
        return x + length + 1;
    }

    private void WriteInterruption(int component, int x, int index, bool isBySample)
    {
        (int left, int up) = (At(component, x - 1), Above(component, x));
        int type = !isBySample && Math.Abs(left - up) <= model.Near ? 1 : 0;
        int sign = type == 0 && left > up ? -1 : 1;
        int context = JpegLsModel.RunContext + type;
        int error = TakeError(component, x, type == 1 ? left : up, sign);
        int order = model.OrderOf(context, model.Sums[context] + (type * (model.Counts[context] >> 1)));
        bool areMostlyNegative = 2 * model.Negatives[context] >= model.Counts[context];
        bool isMapped = (order == 0 && error > 0 && !areMostlyNegative) || (error < 0 && (order != 0 || areMostlyNegative));
        int told = (2 * Math.Abs(error)) - type - (isMapped ? 1 : 0);
        WriteGolomb(told, order, model.Limit - RunOrders[index] - 1);
        model.Negatives[context] += error < 0 ? 1 : 0;
        model.Sums[context] += (told + 1 - type) >> 1;
        model.Count(context);
    }

    /// <summary>Returns the error of a sample in steps, within the range; what a decoder makes of it is kept.</summary>
    private int TakeError(int component, int x, int predicted, int sign)
    {
        int error = sign * (components[component][(_line * width) + x] - predicted);
        error = error > 0 ? (error + model.Near) / model.Step : -((model.Near - error) / model.Step);
        Decoded[component][(_line * width) + x] = Math.Clamp(predicted + (sign * error * model.Step), 0, model.Maximum);
        error = error < 0 ? error + model.Range : error;
        return error >= (model.Range + 1) / 2 ? error - model.Range : error;
    }

    private void WriteGolomb(int value, int order, int limit)
    {
        int zeros = value >> order;
        int most = limit - model.ErrorBits - 1;
        if (zeros < most)
        {
            WriteBits(1, zeros + 1);
            WriteBits(value & ((1 << order) - 1), order);
        }
        else
        {
            WriteBits(1, most + 1);
            WriteBits(value - 1, model.ErrorBits);
        }
    }

    private void WriteBits(int value, int count)
    {
        for (int bit = count - 1; bit >= 0; bit--)
        {
            _bits.Add(bit < 31 && ((value >> bit) & 1) == 1);
        }
    }

    private bool IsLikeLeft(int component, int start, int x) =>
        Math.Abs(components[component][(_line * width) + x] - At(component, start - 1)) <= model.Near;

    private int ContextOf(int component, int x)
    {
        (int left, int up) = (At(component, x - 1), Above(component, x));
        (int corner, int behind) = (Above(component, x - 1), Above(component, x + 1));
        return (81 * model.Classify(behind - up)) + (9 * model.Classify(up - corner)) + model.Classify(corner - left);
    }

    /// <summary>A sample of the line; before the first is the one above it.</summary>
    private int At(int component, int x) => x < 0 ? Above(component, 0) : Decoded[component][(_line * width) + x];

    /// <summary>
    /// A sample of the line above; before its first one is what stood above that, behind its last one the last. Above the first line are 0.
    /// </summary>
    private int Above(int component, int x)
    {
        int line = _line - 1;
        if (x < 0)
        {
            (line, x) = (line - 1, 0);
        }

        return line < _firstLine ? 0 : Decoded[component][(line * width) + Math.Min(x, width - 1)];
    }
}
