namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Represents a lookup table (PS3.3 sections C.11.1.1, C.11.2.1.1 and C.7.6.3.1.5). Values before the first entry map to the first, those
/// after the last to the last.
/// </summary>
internal sealed class LookupTable
{
    private const int MaximumEntries = 65536;
    private const int MostMisstatedBits = 12;

    private readonly ushort[] _entries;

    private LookupTable(int first, int bits, int maximum, ushort[] entries)
    {
        First = first;
        Bits = bits;
        Maximum = maximum;
        _entries = entries;
    }

    /// <summary>Gets the value of the first entry.</summary>
    public int First { get; }

    /// <summary>Gets the number of bits of an entry: the declared number, or more if entries need more.</summary>
    public int Bits { get; }

    /// <summary>
    /// The entry that is shown white: the highest that the bits allow, but the highest there is where a table says 16 bits and holds at
    /// most 12, as those of some writers do, which would be shown nearly black.
    /// </summary>
    public int Maximum { get; }

    /// <summary>Gets the entries.</summary>
    public ReadOnlySpan<ushort> Entries => _entries;

    /// <summary>Gets the entry of a value.</summary>
    public int this[int value] => _entries[(int)Math.Clamp((long)value - First, 0, _entries.Length - 1)];

    /// <summary>Creates a table.</summary>
    /// <param name="descriptor">The number of entries (0 for 65,536), the first value mapped, and the bits of an entry.</param>
    /// <param name="isFirstSigned">Indicates whether the first value mapped is a signed number.</param>
    /// <param name="data">The entries as 16-bit words in the byte order of the machine.</param>
    /// <param name="dataBytes">The number of bytes of the entries in the file. One byte each is another form of 8-bit entries.</param>
    /// <returns>The table; null if there are no entries, or fewer than declared.</returns>
    public static LookupTable? TryCreate(ReadOnlySpan<ushort> descriptor, bool isFirstSigned, ReadOnlySpan<ushort> data, int dataBytes)
    {
        if (descriptor.Length < 3)
        {
            return null;
        }

        int count = descriptor[0] == 0 ? MaximumEntries : descriptor[0];
        int first = isFirstSigned ? (short)descriptor[1] : descriptor[1];
        ushort[] entries = new ushort[Math.Min(count, 2 * data.Length)];
        if (entries.Length < count)
        {
            return null;
        }

        bool isPacked = dataBytes < 2 * count;
        if (isPacked && (dataBytes < count || descriptor[2] > 8))
        {
            return null;
        }

        ushort highest = 0;
        for (int i = 0; i < count; i++)
        {
            entries[i] = isPacked ? (ushort)((data[i / 2] >> (8 * (i % 2))) & 0xFF) : data[i];
            highest = Math.Max(highest, entries[i]);
        }

        int bits = descriptor[2] is >= 1 and <= 16 ? descriptor[2] : 16;
        while (bits < 16 && highest >> bits != 0)
        {
            bits++;
        }

        int maximum = bits == 16 && highest is > 0 and < 1 << MostMisstatedBits ? highest : (1 << bits) - 1;
        return new LookupTable(first, bits, maximum, entries);
    }
}
