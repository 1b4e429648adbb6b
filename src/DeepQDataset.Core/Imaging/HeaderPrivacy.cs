using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Imaging;

/// <summary>
/// Represents what a DICOM header tells of the patient, in few bytes, without the values: files that tell the same share one of these.
/// </summary>
/// <param name="Identifying">A bit for each of <see cref="IdentifyingAttributes"/> that has a value, in sequences, too.</param>
/// <param name="Initials">
/// The first character of each such value, in the order of the bits; <c>*</c> for one that is no plain letter or digit.
/// </param>
/// <param name="PrivateTags">
/// The private attributes, ascending; at most <see cref="HeaderPrivacyBuilder.MaximumPrivateTags"/> of them.
/// </param>
/// <param name="IsIdentityRemoved">Indicates whether Patient Identity Removed (0012,0062) is YES.</param>
/// <param name="BurnedInAnnotation">(0028,0301); null if it is neither YES nor NO.</param>
/// <param name="PatientName">(0010,0010) as Latin-1; null if it names nobody, or the patient's identity was removed.</param>
/// <param name="PatientId">(0010,0020), likewise.</param>
internal sealed record HeaderPrivacy(
    ulong Identifying,
    string Initials,
    uint[] PrivateTags,
    bool IsIdentityRemoved,
    bool? BurnedInAnnotation,
    string? PatientName,
    string? PatientId)
{
    /// <summary>That of a file in which nothing was found.</summary>
    public static HeaderPrivacy Nothing { get; } = new(0, "", [], IsIdentityRemoved: false, null, null, null);

    /// <inheritdoc/>
    public bool Equals(HeaderPrivacy? other) => other is not null
        && Identifying == other.Identifying
        && IsIdentityRemoved == other.IsIdentityRemoved
        && BurnedInAnnotation == other.BurnedInAnnotation
        && string.Equals(Initials, other.Initials, StringComparison.Ordinal)
        && string.Equals(PatientName, other.PatientName, StringComparison.Ordinal)
        && string.Equals(PatientId, other.PatientId, StringComparison.Ordinal)
        && PrivateTags.AsSpan().SequenceEqual(other.PrivateTags);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Identifying);
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
