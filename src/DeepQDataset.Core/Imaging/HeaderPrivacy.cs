using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Imaging;

/// <summary>
/// Represents what a DICOM header reveals about the patient, in few bytes and without values. Files with equal findings share one instance.
/// </summary>
/// <param name="Identifying">
/// The numbers of those of <see cref="IdentifyingAttributes"/> that have a value, in sequences, too, ascending.
/// </param>
/// <param name="Initials">
/// The first character of each such value, in the same order; <c>*</c> for one that is not a plain letter or digit.
/// </param>
/// <param name="PrivateTags">
/// The private attributes, ascending; at most <see cref="HeaderPrivacyBuilder.MaximumPrivateTags"/> of them.
/// </param>
/// <param name="IsIdentityRemoved">Whether Patient Identity Removed (0012,0062) is YES.</param>
/// <param name="BurnedInAnnotation">(0028,0301); null where it is neither YES nor NO.</param>
/// <param name="IsScreenSave">Whether Image Type (0008,0008) has the value SCREEN SAVE.</param>
/// <param name="CharacterSet">Specific Character Set (0008,0005); null where there is none, or no name and no ID that needs it.</param>
/// <param name="PatientName">(0010,0010), byte for byte as Latin-1; null where it names nobody, or the patient's identity was
/// removed.</param>
/// <param name="PatientId">(0010,0020), likewise.</param>
internal sealed record HeaderPrivacy(
    byte[] Identifying,
    string Initials,
    uint[] PrivateTags,
    bool IsIdentityRemoved,
    bool? BurnedInAnnotation,
    bool IsScreenSave,
    string? CharacterSet,
    string? PatientName,
    string? PatientId)
{
    /// <summary>Gets the result for a file without findings.</summary>
    public static HeaderPrivacy Nothing { get; } = new([], "", [], IsIdentityRemoved: false, null, IsScreenSave: false, null, null, null);

    /// <inheritdoc/>
    public bool Equals(HeaderPrivacy? other) => other is not null
        && Identifying.AsSpan().SequenceEqual(other.Identifying)
        && IsIdentityRemoved == other.IsIdentityRemoved
        && BurnedInAnnotation == other.BurnedInAnnotation
        && IsScreenSave == other.IsScreenSave
        && string.Equals(CharacterSet, other.CharacterSet, StringComparison.Ordinal)
        && string.Equals(Initials, other.Initials, StringComparison.Ordinal)
        && string.Equals(PatientName, other.PatientName, StringComparison.Ordinal)
        && string.Equals(PatientId, other.PatientId, StringComparison.Ordinal)
        && PrivateTags.AsSpan().SequenceEqual(other.PrivateTags);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(Identifying);
        hash.Add(IsIdentityRemoved);
        hash.Add(Initials, StringComparer.Ordinal);
        hash.Add(PatientName, StringComparer.Ordinal);
        hash.Add(PatientId, StringComparer.Ordinal);
        foreach (uint tag in PrivateTags)
        {
            hash.Add(tag);
        }

        return hash.ToHashCode();
    }
}
