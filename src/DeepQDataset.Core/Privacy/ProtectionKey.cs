using System.Security.Cryptography;
using System.Text;

namespace DeepQDataset.Privacy;

/// <summary>
/// Represents a secret from which all replacements of one delivery follow: who has it gets the same ones again, who has not cannot tell
/// what was replaced. A passphrase is stretched, so that guessing it costs time.
/// </summary>
public sealed class ProtectionKey
{
    /// <summary>The number of bytes a hash has.</summary>
    internal const int HashLength = HMACSHA256.HashSizeInBytes;

    private const int Iterations = 200_000;

    private readonly byte[] _secret;

    private ProtectionKey(byte[] secret) => _secret = secret;

    /// <summary>Returns a key that nobody else has: replacements agree within one run only.</summary>
    public static ProtectionKey Random() => new(RandomNumberGenerator.GetBytes(HashLength));

    /// <summary>Returns the key of a passphrase, by PBKDF2 with HMAC-SHA-256 (RFC 8018).</summary>
    /// <param name="passphrase">At least one character; better many.</param>
    public static ProtectionKey From(string passphrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(passphrase);
        return new ProtectionKey(Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(passphrase), "DeepQDataset Protect-DqDicom"u8, Iterations, HashAlgorithmName.SHA256, HashLength));
    }

    /// <summary>The keyed hash (HMAC-SHA-256) of a value.</summary>
    /// <param name="purpose">What it is for: one ASCII character, so that hashes for different ends tell nothing of each other.</param>
    /// <param name="value">The value.</param>
    /// <param name="hash">Takes <see cref="HashLength"/> bytes.</param>
    internal void Hash(char purpose, string value, Span<byte> hash)
    {
        byte[] bytes = new byte[1 + Encoding.UTF8.GetByteCount(value)];
        bytes[0] = (byte)purpose;
        Encoding.UTF8.GetBytes(value, bytes.AsSpan(1));
        HMACSHA256.HashData(_secret, bytes, hash);
    }
}
