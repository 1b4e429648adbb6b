using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>One DICOM element for <see cref="DicomBuilder.Elements"/>, written in whatever encoding the file has.</summary>
public sealed class DicomElement
{
    /// <summary>The length that stands for "until the delimiter" (PS3.5 section 7.1.1).</summary>
    public const uint UndefinedLength = 0xFFFFFFFF;

    private DicomElement(uint tag, string vr)
    {
        Tag = tag;
        Vr = vr;
    }

    /// <summary>Group in the upper, element in the lower 16 bits: <c>0x00100020</c>.</summary>
    public uint Tag { get; }

    /// <summary>Gets the two letters of the value representation; need not be one that exists.</summary>
    public string Vr { get; }

    /// <summary>Declares this length, whatever is written.</summary>
    public uint? DeclaredLength { get; init; }

    internal byte[]? Value { get; private init; }

    internal IReadOnlyList<ushort>? Shorts { get; private init; }

    internal IReadOnlyList<uint>? Longs { get; private init; }

    internal IReadOnlyList<IReadOnlyList<DicomElement>>? Items { get; private init; }

    internal bool HasUndefinedLength { get; private init; }

    /// <summary>Returns an element with these bytes as they are; an odd number of them stays odd.</summary>
    public static DicomElement Raw(uint tag, string vr, byte[] value, uint? declaredLength = null) =>
        new(tag, vr) { Value = value, DeclaredLength = declaredLength };

    /// <summary>Text in Latin-1, padded to even length: with a null for UI, with a space else.</summary>
    public static DicomElement Text(uint tag, string vr, string value)
    {
        string padded = value.Length % 2 == 0 ? value : value + (vr is "UI" ? '\0' : ' ');
        return new DicomElement(tag, vr) { Value = Encoding.Latin1.GetBytes(padded) };
    }

    /// <summary>16-bit numbers (US).</summary>
    public static DicomElement UInt16(uint tag, params ushort[] values) => new(tag, "US") { Shorts = values };

    /// <summary>32-bit numbers (UL).</summary>
    public static DicomElement UInt32(uint tag, params uint[] values) => new(tag, "UL") { Longs = values };

    /// <summary>A sequence whose lengths and whose items' lengths are all given.</summary>
    public static DicomElement Sequence(uint tag, params IReadOnlyList<DicomElement>[] items) => Sequence(tag, "SQ", items);

    /// <summary>
    /// Returns the same of another value representation: <c>UN</c>, whose content is then implicit VR (PS3.5 section 6.2.2 note 2).
    /// </summary>
    public static DicomElement Sequence(uint tag, string vr, params IReadOnlyList<DicomElement>[] items) => new(tag, vr) { Items = items };

    /// <summary>Encapsulated pixel data (PS3.5 annex A.4) in little endian; the first fragment is the basic offset table.</summary>
    public static DicomElement Fragments(uint tag, params byte[][] fragments)
    {
        DicomElementWriter writer = new(isExplicit: true, isBigEndian: false);
        writer.WriteFragments(fragments, withDelimiter: true);
        return new DicomElement(tag, "OB") { Value = writer.ToArray(), HasUndefinedLength = true };
    }

    /// <summary>Returns a sequence of undefined length with items of undefined length, ended by delimiters.</summary>
    /// <param name="tag">The sequence's tag.</param>
    /// <param name="vr"><c>SQ</c>, or <c>UN</c>, whose content is then implicit VR (PS3.5 section 6.2.2 note 2).</param>
    /// <param name="items">The items' elements.</param>
    public static DicomElement UndefinedSequence(uint tag, string vr, params IReadOnlyList<DicomElement>[] items) =>
        new(tag, vr) { Items = items, HasUndefinedLength = true };
}
