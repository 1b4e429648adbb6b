using System.Numerics;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Quantizes the differences of neighbouring samples into nine classes, -4 to 4 (ITU-T T.87 sections A.3.1 and A.3.3). Differences within
/// the line above are quantized for a whole line at a time; the difference with the previous sample is looked up.
/// </summary>
internal sealed class JpegLsGradients
{
    private const int FirstWeight = 81;
    private const int SecondWeight = 9;

    private JpegLsCoding _coding;
    private sbyte[] _classes = [];

    /// <summary>Gets the class of each difference from -MAXVAL to MAXVAL.</summary>
    public ReadOnlySpan<sbyte> Classes => _classes.AsSpan(0, (2 * _coding.Maximum) + 1);

    /// <summary>Sets the thresholds of the classes.</summary>
    public void Start(in JpegLsCoding coding)
    {
        if (coding == _coding)
        {
            return;
        }

        _coding = coding;
        int length = (2 * coding.Maximum) + 1;
        if (_classes.Length < length)
        {
            _classes = new sbyte[length];
        }

        ReadOnlySpan<int> limits = [coding.Near + 1, coding.Threshold1, coding.Threshold2, coding.Threshold3];
        _classes.AsSpan().Clear();
        for (int i = 0; i < limits.Length; i++)
        {
            _classes.AsSpan(0, coding.Maximum - limits[i] + 1).Fill((sbyte)(-i - 1));
            _classes.AsSpan(coding.Maximum + limits[i], coding.Maximum - limits[i] + 1).Fill((sbyte)(i + 1));
        }
    }

    /// <summary>Quantizes the first two differences of each sample of a line and combines them: 81 × Q1 + 9 × Q2 (section A.3.4).</summary>
    /// <param name="above">The line above, with one sample before and one after it.</param>
    /// <param name="gradients">Receives the combined classes.</param>
    public void Sort(ReadOnlySpan<ushort> above, Span<short> gradients)
    {
        int lanes = Vector<ushort>.Count;
        int x = 0;
        for (; x + lanes + 2 <= above.Length && x + lanes <= gradients.Length; x += lanes)
        {
            Vector<ushort> corner = new(above[x..]);
            Vector<ushort> up = new(above[(x + 1)..]);
            Vector<ushort> behind = new(above[(x + 2)..]);
            Vector<short> first = Sort(behind, up);
            Vector<short> second = Sort(up, corner);
            ((first * FirstWeight) + (second * SecondWeight)).CopyTo(gradients[x..]);
        }

        ReadOnlySpan<sbyte> classes = Classes;
        for (; x < gradients.Length; x++)
        {
            int first = classes[above[x + 2] - above[x + 1] + _coding.Maximum];
            int second = classes[above[x + 1] - above[x] + _coding.Maximum];
            gradients[x] = (short)((first * FirstWeight) + (second * SecondWeight));
        }
    }

    private Vector<short> Sort(Vector<ushort> left, Vector<ushort> right)
    {
        // Comparisons yield -1, so that the sum is the negative number of thresholds reached.
        Vector<ushort> size = Vector.Max(left, right) - Vector.Min(left, right);
        Vector<short> reached = Vector.AsVectorInt16(
            Vector.GreaterThan(size, new Vector<ushort>((ushort)_coding.Near))
            + Vector.GreaterThanOrEqual(size, new Vector<ushort>((ushort)_coding.Threshold1))
            + Vector.GreaterThanOrEqual(size, new Vector<ushort>((ushort)_coding.Threshold2))
            + Vector.GreaterThanOrEqual(size, new Vector<ushort>((ushort)_coding.Threshold3)));
        Vector<short> isPositive = Vector.AsVectorInt16(Vector.GreaterThan(left, right));
        return (reached ^ isPositive) - isPositive;
    }
}
