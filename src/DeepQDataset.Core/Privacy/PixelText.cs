namespace DeepQDataset.Privacy;

/// <summary>Determines whether the pixels of an image may contain text, which remains when the header is de-identified (DQ902).</summary>
internal static class PixelText
{
    /// <summary>Secondary Capture Image Storage and its multi-frame kinds (PS3.6 table A-1).</summary>
    private const string SecondaryCapture = "1.2.840.10008.5.1.4.1.1.7";

    /// <summary>
    /// Returns the reason to expect text: Burned In Annotation is YES; or it is absent, and the image is a secondary capture, an ultrasound
    /// image, or has the modality "other".
    /// </summary>
    /// <param name="burnedIn">Burned In Annotation (0028,0301): YES, NO, or null.</param>
    /// <param name="sopClassUid">SOP Class UID (0008,0016).</param>
    /// <param name="modality">Modality (0008,0060).</param>
    /// <returns>The reason as a clause; null if there is none.</returns>
    public static string? Reason(bool? burnedIn, string? sopClassUid, string? modality)
    {
        if (burnedIn is bool says)
        {
            return says ? "Burned In Annotation (0028,0301) is YES" : null;
        }

        bool isCapture = sopClassUid is not null
            && sopClassUid.StartsWith(SecondaryCapture, StringComparison.Ordinal)
            && (sopClassUid.Length == SecondaryCapture.Length || sopClassUid[SecondaryCapture.Length] == '.');
        string? kind = isCapture ? "it is a secondary capture"
            : string.Equals(modality, "US", StringComparison.Ordinal) ? "its modality is US"
            : string.Equals(modality, "OT", StringComparison.Ordinal) ? "its modality is OT"
            : null;
        return kind is null ? null : $"{kind}, and Burned In Annotation (0028,0301) does not say NO";
    }
}
