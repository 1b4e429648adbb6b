namespace DeepQDataset.Imaging.Dicom;

/// <summary>Provides value representations (PS3.5 section 6.2): two letters as a number, the first letter in the upper byte.</summary>
internal static class ValueRepresentation
{
    /// <summary>No representation is written, as in implicit VR.</summary>
    public const ushort None = 0;

    public const ushort AS = ('A' << 8) | 'S';
    public const ushort CS = ('C' << 8) | 'S';
    public const ushort DA = ('D' << 8) | 'A';
    public const ushort DS = ('D' << 8) | 'S';
    public const ushort DT = ('D' << 8) | 'T';
    public const ushort IS = ('I' << 8) | 'S';
    public const ushort LO = ('L' << 8) | 'O';
    public const ushort LT = ('L' << 8) | 'T';
    public const ushort OB = ('O' << 8) | 'B';
    public const ushort OW = ('O' << 8) | 'W';
    public const ushort PN = ('P' << 8) | 'N';
    public const ushort SH = ('S' << 8) | 'H';
    public const ushort SL = ('S' << 8) | 'L';
    public const ushort SQ = ('S' << 8) | 'Q';
    public const ushort SS = ('S' << 8) | 'S';
    public const ushort ST = ('S' << 8) | 'T';
    public const ushort TM = ('T' << 8) | 'M';
    public const ushort UI = ('U' << 8) | 'I';
    public const ushort UL = ('U' << 8) | 'L';
    public const ushort UN = ('U' << 8) | 'N';
    public const ushort UT = ('U' << 8) | 'T';
    public const ushort UR = ('U' << 8) | 'R';

    /// <summary>The value representations of the standard with a 16-bit length.</summary>
    private const string WithShortLength = "AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US ";

    /// <summary>The value representations with two reserved bytes and a 32-bit length (PS3.5 table 7.1-1).</summary>
    private const string WithLongLength = "OB OD OF OL OV OW SQ SV UC UN UR UT UV ";

    /// <summary>The value representations whose values are characters.</summary>
    private const string WithText = "AE AS CS DA DS DT IS LO LT PN SH ST TM UC UR UT ";

    private static readonly byte[] Kinds = BuildKinds();

    /// <summary>Reads the two letters.</summary>
    public static ushort Read(ReadOnlySpan<byte> bytes) => (ushort)((bytes[0] << 8) | bytes[1]);

    /// <summary>Determines whether a representation is in the standard.</summary>
    public static bool IsKnown(ushort vr) => KindOf(vr) != 0;

    /// <summary>Determines whether the length has 32 bits; false for an unknown representation.</summary>
    public static bool HasLongLength(ushort vr) => KindOf(vr) == 2;

    /// <summary>
    /// Determines whether bytes have the form of a representation: two capital letters, or the <c>??</c> that some writers use for unknown
    /// ones.
    /// </summary>
    public static bool IsWellFormed(ushort vr) => (IsCapital(vr >> 8) && IsCapital(vr & 0xFF)) || vr == (('?' << 8) | '?');

    /// <summary>Whether blanks or nulls stand where a value representation should.</summary>
    /// <param name="bytes">At least 2.</param>
    public static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes[0] is 0 or (byte)' ' && bytes[1] is 0 or (byte)' ';

    /// <summary>Determines whether values consist of characters and are padded with a space, which excludes UIDs and bytes.</summary>
    public static bool IsText(ushort vr)
    {
        ReadOnlySpan<char> name = [(char)(vr >> 8), (char)(vr & 0xFF), ' '];
        return WithText.AsSpan().IndexOf(name) >= 0;
    }

    /// <summary>Determines whether values are dates, with or without a time.</summary>
    public static bool IsDate(ushort vr) => vr is DA or DT;

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
