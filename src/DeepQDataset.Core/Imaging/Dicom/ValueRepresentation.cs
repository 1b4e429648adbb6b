namespace DeepQDataset.Imaging.Dicom;

/// <summary>The two letters that say how an element's value is written (PS3.5 section 6.2), as a number: first letter in the upper byte.</summary>
internal static class ValueRepresentation
{
    /// <summary>None was written, as in implicit VR.</summary>
    public const ushort None = 0;

    public const ushort DS = ('D' << 8) | 'S';
    public const ushort IS = ('I' << 8) | 'S';
    public const ushort OW = ('O' << 8) | 'W';
    public const ushort SL = ('S' << 8) | 'L';
    public const ushort SQ = ('S' << 8) | 'Q';
    public const ushort SS = ('S' << 8) | 'S';
    public const ushort UL = ('U' << 8) | 'L';
    public const ushort UN = ('U' << 8) | 'N';

    /// <summary>The standard's value representations with a 16-bit length.</summary>
    private const string WithShortLength = "AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US ";

    /// <summary>Those with two reserved bytes and a 32-bit length (PS3.5 table 7.1-1).</summary>
    private const string WithLongLength = "OB OD OF OL OV OW SQ SV UC UN UR UT UV ";

    private static readonly byte[] Kinds = BuildKinds();

    /// <summary>Reads the two letters.</summary>
    public static ushort Read(ReadOnlySpan<byte> bytes) => (ushort)((bytes[0] << 8) | bytes[1]);

    /// <summary>Whether the standard knows it.</summary>
    public static bool IsKnown(ushort vr) => KindOf(vr) != 0;

    /// <summary>Whether its length has 32 bits; false for one the standard does not know.</summary>
    public static bool HasLongLength(ushort vr) => KindOf(vr) == 2;

    /// <summary>Whether it is written like one: two capital letters, or the <c>??</c> that some writers put where they know none.</summary>
    public static bool IsWellFormed(ushort vr) => (IsCapital(vr >> 8) && IsCapital(vr & 0xFF)) || vr == (('?' << 8) | '?');

    private static bool IsCapital(int letter) => letter is >= 'A' and <= 'Z';

    private static int KindOf(ushort vr) => IsCapital(vr >> 8) && IsCapital(vr & 0xFF) ? Kinds[Index(vr >> 8, vr & 0xFF)] : 0;

    private static int Index(int first, int second) => ((first - 'A') * 26) + second - 'A';

    private static byte[] BuildKinds()
    {
        byte[] kinds = new byte[26 * 26];
        Mark(kinds, WithShortLength, 1);
        Mark(kinds, WithLongLength, 2);
        return kinds;
    }

    private static void Mark(byte[] kinds, string names, byte kind)
    {
        for (int i = 0; i < names.Length; i += 3)
        {
            kinds[Index(names[i], names[i + 1])] = kind;
        }
    }
}
