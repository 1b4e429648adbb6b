namespace DeepQDataset.Imaging.Probing;

/// <summary>Represents the bytes by which a format is recognized.</summary>
/// <param name="name">The name of the format.</param>
/// <param name="magic">The bytes.</param>
/// <param name="offset">The position in bytes from the start of the file.</param>
internal sealed class FormatSignature(string name, ReadOnlySpan<byte> magic, int offset = 0)
{
    private readonly byte[] _magic = magic.ToArray();

    /// <summary>Gets the name of the format.</summary>
    public string Name { get; } = name;

    /// <summary>Determines whether a file has this signature.</summary>
    /// <param name="first">The first bytes of the file.</param>
    public bool Fits(ReadOnlySpan<byte> first) => first.Length > offset && first[offset..].StartsWith(_magic);
}
