namespace DeepQDataset.TestKit;

/// <summary>What JPEG-LS codes by (ITU-T T.87 sections A.2.1 and C.2.4.1.1.1), and what it learns on its way (section A.6).</summary>
internal sealed class JpegLsModel
{
    /// <summary>The places of the two contexts of samples that end runs.</summary>
    public const int RunContext = 365;

    private const int Contexts = 367;

    private readonly int[] _thresholds;
    private readonly int _reset;

    private JpegLsModel(int maximum, int near, int[] thresholds, int reset)
    {
        (Maximum, Near, _thresholds, _reset) = (maximum, near, thresholds, reset);
        Step = (2 * near) + 1;
        Range = ((maximum + (2 * near)) / Step) + 1;
        ErrorBits = Bits(Range);
        int sampleBits = Math.Max(2, Bits(maximum + 1));
        Limit = 2 * (sampleBits + Math.Max(8, sampleBits));
        Start();
    }

    /// <summary>MAXVAL.</summary>
    public int Maximum { get; }

    /// <summary>NEAR.</summary>
    public int Near { get; }

    /// <summary>Values of a step.</summary>
    public int Step { get; }

    /// <summary>RANGE.</summary>
    public int Range { get; }

    /// <summary>qbpp.</summary>
    public int ErrorBits { get; }

    /// <summary>LIMIT.</summary>
    public int Limit { get; }

    /// <summary>A: sums of errors.</summary>
    public int[] Sums { get; } = new int[Contexts];

    /// <summary>B: biases.</summary>
    public int[] Biases { get; } = new int[Contexts];

    /// <summary>C: corrections.</summary>
    public int[] Corrections { get; } = new int[Contexts];

    /// <summary>N: counts.</summary>
    public int[] Counts { get; } = new int[Contexts];

    /// <summary>Nn: counts of negative errors, in the places of the contexts that end runs.</summary>
    public int[] Negatives { get; } = new int[Contexts];

    /// <summary>Makes a model.</summary>
    /// <param name="precision">Bits a sample.</param>
    /// <param name="near">NEAR.</param>
    /// <param name="parameters">MAXVAL, T1, T2, T3 and RESET, 0 for a default value; or null.</param>
    public static JpegLsModel Create(int precision, int near, int[]? parameters)
    {
        static int Given(int value, int otherwise) => value == 0 ? otherwise : value;
        int[] given = parameters ?? new int[5];
        int maximum = Given(given[0], (1 << precision) - 1);
        int[] thresholds = Defaults(maximum, near);
        for (int i = 0; i < thresholds.Length; i++)
        {
            thresholds[i] = Given(given[i + 1], thresholds[i]);
        }

        return new JpegLsModel(maximum, near, thresholds, Given(given[4], 64));
    }

    /// <summary>Resets all statistics.</summary>
    public void Start()
    {
        Array.Fill(Sums, Math.Max(2, (Range + 32) / 64));
        Array.Fill(Counts, 1);
        Array.Clear(Biases);
        Array.Clear(Corrections);
        Array.Clear(Negatives);
    }

    /// <summary>Returns the class of a difference, -4 to 4.</summary>
    public int Classify(int difference)
    {
        int size = Math.Abs(difference);
        int reached = size <= Near ? 0 : 1 + _thresholds.Count(threshold => size >= threshold);
        return Math.Sign(difference) * reached;
    }

    /// <summary>Returns the least k that makes a context's count times 2^k reach a sum.</summary>
    public int OrderOf(int context, int sum)
    {
        int order = 0;
        while (Counts[context] << order < sum)
        {
            order++;
        }

        return order;
    }

    /// <summary>Halves what was learned in a context when it is time, and counts one more.</summary>
    public void Count(int context)
    {
        if (Counts[context] == _reset)
        {
            Sums[context] >>= 1;
            Biases[context] = Biases[context] >= 0 ? Biases[context] >> 1 : -((1 - Biases[context]) >> 1);
            Counts[context] >>= 1;
            Negatives[context] >>= 1;
        }

        Counts[context]++;
    }

    private static int[] Defaults(int maximum, int near)
    {
        int[] plain = [3, 7, 21];
        int[] least = [2, 3, 4];
        int[] thresholds = new int[3];
        for (int i = 0; i < 3; i++)
        {
            int loss = ((2 * i) + 3) * near;
            thresholds[i] = maximum >= 128
                ? ((Math.Min(maximum, 4095) + 128) / 256 * (plain[i] - least[i])) + least[i] + loss
                : Math.Max(least[i], (plain[i] / (256 / (maximum + 1))) + loss);
            int lowest = i == 0 ? near + 1 : thresholds[i - 1];
            thresholds[i] = thresholds[i] > maximum || thresholds[i] < lowest ? lowest : thresholds[i];
        }

        return thresholds;
    }

    private static int Bits(int values)
    {
        int bits = 0;
        while (1 << bits < values)
        {
            bits++;
        }

        return bits;
    }
}
