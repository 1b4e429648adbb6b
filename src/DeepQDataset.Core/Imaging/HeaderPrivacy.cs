using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Imaging;

/// <summary>
/// Represents what a DICOM header reveals about the patient, in few bytes and without values. Files with equal findings share one instance.
/// </summary>
/// <param name="Identifying">One bit for each of <see cref="IdentifyingAttributes"/> with a value, including those in sequences.</param>
/// <param name="Initials">The first character of each such value in bit order; <c>*</c> if it is not an ASCII letter or digit.</param>
/// <param name="PrivateTags">
/// The private attributes in ascending order; at most <see cref="HeaderPrivacyBuilder.MaximumPrivateTags"/>.
/// </param>
/// <param name="IsIdentityRemoved">Indicates whether Patient Identity Removed (0012,0062) is YES.</param>
/// <param name="BurnedInAnnotation">Burned In Annotation (0028,0301); null if it is neither YES nor NO.</param>
/// <param name="PatientName">Patient's Name (0010,0010) as Latin-1; null if it is a dummy, or the patient's identity was removed.</param>
/// <param name="PatientId">Patient ID (0010,0020); null likewise.</param>
internal sealed record HeaderPrivacy(
    ulong Identifying,
    string Initials,
    uint[] PrivateTags,
    bool IsIdentityRemoved,
    bool? BurnedInAnnotation,
    string? PatientName,
    string? PatientId)
{
    /// <summary>Gets the result for a file without findings.</summary>
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
