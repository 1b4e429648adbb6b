namespace DeepQDataset.TestKit;

/// <summary>One component's quantized coefficients, in zigzag order, block after block (T.81 annex A.3).</summary>
internal sealed class JpegCoefficients
{
    private static readonly double[,] Cosines = MakeCosines();

    private readonly int[][] _blocks;
    private readonly int _across;

    /// <summary>Samples the pattern and transforms it.</summary>
    /// <param name="component">Which component.</param>
    /// <param name="step">The number of pixels a sample stands for in each direction.</param>
    /// <param name="across">Blocks in a row.</param>
    /// <param name="down">Rows of blocks.</param>
    /// <param name="seed">The seed of the pixels.</param>
    public JpegCoefficients(int component, int step, int across, int down, int seed)
    {
        _across = across;
        _blocks = new int[across * down][];
        for (int index = 0; index < _blocks.Length; index++)
        {
            _blocks[index] = Transform(component, step, index % across * 8, index / across * 8, seed);
        }
    }

    /// <summary>Returns a block's 64 coefficients.</summary>
    public int[] Block(int column, int row) => _blocks[(row * _across) + column];

    private static int[] Transform(int component, int step, int left, int top, int seed)
    {
        double[,] rows = new double[8, 8];
        for (int y = 0; y < 8; y++)
        {
            for (int u = 0; u < 8; u++)
            {
                for (int x = 0; x < 8; x++)
                {
                    rows[y, u] += (SamplePattern.At((left + x) * step, (top + y) * step, component, seed) - 128) * Cosines[x, u];
                }
            }
        }

        int[] coefficients = new int[64];
        for (int index = 0; index < 64; index++)
        {
            int natural = JpegTables.ZigZag[index];
            double sum = 0;
            for (int y = 0; y < 8; y++)
            {
                sum += rows[y, natural % 8] * Cosines[y, natural / 8];
            }

            coefficients[index] = (int)Math.Round(sum / JpegTables.Quantization[index], MidpointRounding.AwayFromZero);
        }

        return coefficients;
    }

    private static double[,] MakeCosines()
    {
        double[,] cosines = new double[8, 8];
        for (int x = 0; x < 8; x++)
        {
            for (int u = 0; u < 8; u++)
            {
                cosines[x, u] = Math.Cos(((2 * x) + 1) * u * Math.PI / 16) * (u == 0 ? Math.Sqrt(0.125) : 0.5);
            }
        }

        return cosines;
    }
}
