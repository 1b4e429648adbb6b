namespace DeepQDataset.Imaging.Probing;

/// <summary>Bytes by which a format is recognised.</summary>
/// <param name="name">What the format is called.</param>
/// <param name="magic">The bytes.</param>
/// <param name="offset">Where they stand, in bytes from the file's start.</param>
internal sealed class FormatSignature(string name, ReadOnlySpan<byte> magic, int offset = 0)
{
    private readonly byte[] _magic = magic.ToArray();

    /// <summary>What the format is called.</summary>
    public string Name { get; } = name;

    /// <summary>Determines whether a file begins accordingly.</summary>
    /// <param name="first">The file's first bytes.</param>
    public bool Fits(ReadOnlySpan<byte> first) => first.Length > offset && first[offset..].StartsWith(_magic);
}
