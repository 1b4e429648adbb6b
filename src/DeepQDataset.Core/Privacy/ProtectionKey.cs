using System.Security.Cryptography;
using System.Text;

namespace DeepQDataset.Privacy;

/// <summary>
/// Represents the secret that determines all replacements of a delivery. The same key gives the same replacements; without it, the original
/// values cannot be determined. A passphrase is stretched to make guessing expensive.
/// </summary>
public sealed class ProtectionKey
{
    /// <summary>The number of bytes of a hash.</summary>
    internal const int HashLength = HMACSHA256.HashSizeInBytes;

    private const int Iterations = 200_000;

    private readonly byte[] _secret;

    private ProtectionKey(byte[] secret) => _secret = secret;

    /// <summary>Creates a random key: replacements agree only within one run.</summary>
    public static ProtectionKey Random() => new(RandomNumberGenerator.GetBytes(HashLength));

    /// <summary>Creates a key from a passphrase with PBKDF2 and HMAC-SHA-256 (RFC 8018).</summary>
    /// <param name="passphrase">The passphrase, at least one character; better many.</param>
    public static ProtectionKey From(string passphrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(passphrase);
        return new ProtectionKey(Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(passphrase), "DeepQDataset Protect-DqDicom"u8, Iterations, HashAlgorithmName.SHA256, HashLength));
    }

    /// <summary>Computes the keyed hash (HMAC-SHA-256) of a value.</summary>
    /// <param name="purpose">The purpose, one ASCII character, so that hashes for different purposes are independent.</param>
    /// <param name="value">The value.</param>
    /// <param name="hash">Receives <see cref="HashLength"/> bytes.</param>
    internal void Hash(char purpose, string value, Span<byte> hash)
    {
        byte[] bytes = new byte[1 + Encoding.UTF8.GetByteCount(value)];
        bytes[0] = (byte)purpose;
        Encoding.UTF8.GetBytes(value, bytes.AsSpan(1));
        HMACSHA256.HashData(_secret, bytes, hash);
    }
}
