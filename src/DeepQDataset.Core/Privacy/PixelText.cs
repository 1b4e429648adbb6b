namespace DeepQDataset.Privacy;

/// <summary>Determines whether the pixels of an image may contain text, which remains when the header is de-identified (DQ902).</summary>
internal static class PixelText
{
    /// <summary>Secondary Capture Image Storage and its multi-frame kinds (PS3.6 table A-1).</summary>
    private const string SecondaryCapture = "1.2.840.10008.5.1.4.1.1.7";

    /// <summary>VL Endoscopic and Video Endoscopic Image Storage (PS3.6 table A-1).</summary>
    private const string Endoscopy = "1.2.840.10008.5.1.4.1.1.77.1.1";

    /// <summary>
    /// Why they may: Burned In Annotation says so; or says nothing, and the image is a secondary capture, a saved screen, an ultrasound or
    /// endoscopic image, or of a modality that is called "other".
    /// </summary>
    /// <param name="burnedIn">Burned In Annotation (0028,0301): YES, NO, or null.</param>
    /// <param name="sopClassUid">SOP Class UID (0008,0016).</param>
    /// <param name="modality">Modality (0008,0060).</param>
    /// <param name="isScreenSave">Whether Image Type (0008,0008) has the value SCREEN SAVE.</param>
    /// <returns>The reason as a clause; null if there is none.</returns>
    public static string? Reason(bool? burnedIn, string? sopClassUid, string? modality, bool isScreenSave)
    {
        if (burnedIn is bool says)
        {
            return says ? "Burned In Annotation (0028,0301) is YES" : null;
        }

        string? kind = IsOf(sopClassUid, SecondaryCapture) ? "it is a secondary capture"
            : isScreenSave ? "its Image Type (0008,0008) is SCREEN SAVE"
            : IsOf(sopClassUid, Endoscopy) || string.Equals(modality, "ES", StringComparison.Ordinal) ? "it is an endoscopic image"
            : string.Equals(modality, "US", StringComparison.Ordinal) ? "its modality is US"
            : string.Equals(modality, "OT", StringComparison.Ordinal) ? "its modality is OT"
            : null;
        return kind is null ? null : $"{kind}, and Burned In Annotation (0028,0301) does not say NO";
    }

    private static bool IsOf(string? uid, string kind) =>
        uid is not null && uid.StartsWith(kind, StringComparison.Ordinal) && (uid.Length == kind.Length || uid[kind.Length] == '.');
}
