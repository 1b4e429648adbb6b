using System.Buffers.Binary;
using System.Globalization;

namespace DeepQDataset.Privacy;

/// <summary>
/// Provides the replacements of UIDs, patients and dates: always the same for the same value and key, so that studies, series and patients
/// stay together.
/// </summary>
/// <param name="key">The secret.</param>
internal sealed class KeyedReplacements(ProtectionKey key)
{
    /// <summary>The maximum number of days by which a patient's dates are moved back.</summary>
    public const int MaximumShift = 3650;

    /// <summary>
    /// The root of all UIDs that the standard defines: SOP classes, transfer syntaxes, coding schemes. They identify no patient.
    /// </summary>
    private const string WellKnownRoot = "1.2.840.10008.";

    private const int PatientCharacters = 12;

    /// <summary>Letters and digits that are not mistaken for each other (Crockford's base 32).</summary>
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>
    /// Returns the replacement of a UID: <c>2.25.</c> and a number of 128 bits, the form of a UUID in PS3.5 section B.2; here one of
    /// version 8 (RFC 9562), made from the keyed hash. A UID of the standard is kept.
    /// </summary>
    public string Uid(string uid)
    {
        if (uid.Length == 0 || uid.StartsWith(WellKnownRoot, StringComparison.Ordinal))
        {
            return uid;
        }

        Span<byte> hash = stackalloc byte[ProtectionKey.HashLength];
        key.Hash('U', uid, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return string.Create(CultureInfo.InvariantCulture, $"2.25.{BinaryPrimitives.ReadUInt128BigEndian(hash)}");
    }

    /// <summary>Returns the replacement of a patient ID: <c>P</c> and 12 letters and digits; empty stays empty.</summary>
    public string Patient(string id)
    {
        if (id.Length == 0)
        {
            return id;
        }

        Span<byte> hash = stackalloc byte[ProtectionKey.HashLength];
        key.Hash('P', id, hash);
        Span<char> text = stackalloc char[1 + PatientCharacters];
        text[0] = 'P';
        ulong bits = BinaryPrimitives.ReadUInt64BigEndian(hash);
        for (int i = 1; i < text.Length; i++)
        {
            text[i] = Digits[(int)(bits >> 59)];
            bits <<= 5;
        }

        return new string(text);
    }

    /// <summary>Returns the number of days by which a patient's dates are shifted: -1 to -<see cref="MaximumShift"/>.</summary>
    /// <param name="patient">The identity of the patient.</param>
    public int ShiftDays(string patient)
    {
        Span<byte> hash = stackalloc byte[ProtectionKey.HashLength];
        key.Hash('D', patient, hash);
        return -1 - (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % MaximumShift);
    }
}
