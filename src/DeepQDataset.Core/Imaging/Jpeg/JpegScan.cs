namespace DeepQDataset.Imaging.Jpeg;

/// <summary>Represents a scan header and the structure of the scan's units (ITU-T T.81, annexes A.2 and B.2.3).</summary>
/// <param name="tables">The frame and the tables in force.</param>
internal sealed class JpegScan(JpegTableSet tables)
{
    /// <summary>The maximum number of data units in one unit of four components.</summary>
    public const int MaximumUnitLength = MaximumComponents * 16;

    private const int MaximumComponents = 4;

    private readonly JpegComponent[] _components = new JpegComponent[MaximumComponents];

    /// <summary>Gets the number of components.</summary>
    public int ComponentCount { get; private set; }

    /// <summary>Gets the first component.</summary>
    public JpegComponent First => _components[0];

    /// <summary>Gets the number of units. A unit consists of one or several data units of each component.</summary>
    public long Units { get; private set; }

    /// <summary>Gets the number of data units in a unit.</summary>
    public int UnitLength { get; private set; }

    /// <summary>Gets the first coefficient.</summary>
    public int Start { get; private set; }

    /// <summary>Gets the last coefficient.</summary>
    public int End { get; private set; }

    /// <summary>Gets a value that indicates whether the scan refines an earlier one.</summary>
    public bool IsRefinement { get; private set; }

    /// <summary>Gets the DC table of each data unit in a unit.</summary>
    public JpegHuffmanTable[] Direct { get; } = new JpegHuffmanTable[MaximumUnitLength];

    /// <summary>Gets the AC table of each data unit in a unit.</summary>
    public JpegHuffmanTable[] Alternating { get; } = new JpegHuffmanTable[MaximumUnitLength];

    /// <summary>Reads a scan header.</summary>
    /// <param name="data">The segment without its length.</param>
    /// <returns>The problem, as a clause; null if there is none.</returns>
    public string? Read(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty || data[0] is 0 or > MaximumComponents || data.Length < 4 + (2 * data[0]))
        {
            return "the scan header's length does not fit its components";
        }

        ComponentCount = data[0];
        ReadOnlySpan<byte> list = data.Slice(1, 2 * ComponentCount);
        ReadOnlySpan<byte> rest = data[(1 + list.Length)..];
        Start = rest[0];
        End = rest[1];
        IsRefinement = rest[2] >> 4 != 0;
        if (tables.IsProgressive && CheckProgression(rest[2] >> 4, rest[2] & 15) is string fault)
        {
            return fault;
        }

        UnitLength = 0;
        for (int index = 0; index < ComponentCount; index++)
        {
            byte identifier = list[2 * index];
            JpegComponent? component = Array.Find(tables.Components, candidate => candidate.Identifier == identifier);
            if (component is null)
            {
                return FormattableString.Invariant($"the scan names a component {identifier} that the frame does not have");
            }

            if (AddComponent(index, component, list[(2 * index) + 1]) is string missing)
            {
                return missing;
            }
        }

        Units = ComponentCount == 1
            ? (long)First.UnitsAcross * First.UnitsDown
            : (long)JpegTableSet.Parts(tables.Width, tables.UnitSide * tables.LargestAcross)
                * JpegTableSet.Parts(tables.Height, tables.UnitSide * tables.LargestDown);
        return null;
    }

    private string? AddComponent(int index, JpegComponent component, byte selectors)
    {
        _components[index] = component;
        component.HasData = true;
        if (!tables.IsLossless && !tables.HasQuantization(component.Quantization))
        {
            return FormattableString.Invariant($"the quantization table {component.Quantization} that the scan needs is not there");
        }

        int direct = selectors >> 4;
        int alternating = selectors & 15;
        bool needsDirect = !tables.IsProgressive || (Start == 0 && !IsRefinement);
        bool needsAlternating = !tables.IsLossless && (!tables.IsProgressive || Start > 0);
        if (needsDirect && !IsDefined(0, direct))
        {
            return FormattableString.Invariant($"the DC Huffman table {direct} that the scan needs is not there");
        }

        if (needsAlternating && !IsDefined(1, alternating))
        {
            return FormattableString.Invariant($"the AC Huffman table {alternating} that the scan needs is not there");
        }

        for (int count = ComponentCount == 1 ? 1 : component.Across * component.Down; count > 0; count--)
        {
            Direct[UnitLength] = tables.Huffman(0, direct & 3);
            Alternating[UnitLength++] = tables.Huffman(1, alternating & 3);
        }

        return null;
    }

    private bool IsDefined(int kind, int number) => number < 4 && tables.Huffman(kind, number).IsDefined;

    /// <summary>Checks the parameters of a progressive scan (annex G.1.1.1).</summary>
    private string? CheckProgression(int high, int low)
    {
        const int LastCoefficient = 63;
        const int MaximumShift = 13;
        bool isBand = Start == 0 ? End == 0 : End >= Start && End <= LastCoefficient && ComponentCount == 1;
        bool isStep = low <= MaximumShift && (high == 0 || low == high - 1);
        return isBand && isStep
            ? null
            : FormattableString.Invariant(
                $"the scan has coefficients {Start} to {End} of {ComponentCount} components and bits {high} to {low}, which is invalid");
    }
}
