using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Privacy;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Dicom;

/// <summary>
/// Checks what headers reveal about patients (DQ901 to DQ904, DQ906). As in <see cref="DicomRules"/>, a DICOMDIR and a file without pixel
/// data are skipped, since they must be removed. Only counts are kept for each attribute, and no value is shown.
/// </summary>
internal sealed class PrivacyRules : IRuleFamily
{
    private static readonly (ImageMetadata Kind, string Name)[] Metadata =
    [
        (ImageMetadata.ExifPosition, "EXIF GPS position"),
        (ImageMetadata.ExifArtist, "EXIF Artist"),
        (ImageMetadata.ExifOwner, "EXIF CameraOwnerName"),
        (ImageMetadata.ExifBodySerialNumber, "EXIF BodySerialNumber"),
        (ImageMetadata.ExifLensSerialNumber, "EXIF LensSerialNumber"),
        (ImageMetadata.PngAuthor, "PNG text with an author"),
    ];

    /// <inheritdoc/>
    public bool NeedsImages => true;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Probes is not { } probes)
        {
            return;
        }

        AttributeCount[] identifying = new AttributeCount[IdentifyingAttributes.Count];
        AttributeCount[] metadata = new AttributeCount[Metadata.Length];
        Dictionary<uint, AttributeCount> privateTags = [];
        for (int i = 0; i < probes.Count; i++)
        {
            if (!Examines(probes[i]))
            {
                continue;
            }

            ImageHeader header = probes[i]!.Header!;
            for (int kind = 0; header.Metadata != ImageMetadata.None && kind < Metadata.Length; kind++)
            {
                metadata[kind] = header.Metadata.HasFlag(Metadata[kind].Kind) ? metadata[kind].Plus(i, '*') : metadata[kind];
            }

            if (header.Dicom is { } dicom)
            {
                Count(dicom.Privacy, i, identifying, privateTags);
                CheckFile(context, i, dicom);
            }
        }

        ReportIdentifying(context, identifying);
        for (int kind = 0; kind < metadata.Length; kind++)
        {
            AttributeCount count = metadata[kind];
            string message = $"The {Metadata[kind].Name} is in {NameText.Count(count.Files, "image")}.";
            Report(context, RuleCatalog.ImageMetadata, count, message, Metadata[kind].Name);
        }

        foreach ((uint tag, AttributeCount count) in privateTags)
        {
            string shown = DicomTag.Format(tag);
            string message = $"The private attribute {shown} is in {NameText.Count(count.Files, "file")}.";
            Report(context, RuleCatalog.PrivateAttributes, count, message, shown);
        }
    }

    /// <summary>Determines whether these rules apply to an image: its header was read, and it does not have to be removed.</summary>
    public static bool Examines(ImageProbeResult? probe) => probe?.Header is { } header
        && (header.Dicom is not { } dicom || (!dicom.IsDicomDirectory && (dicom.HasPixelData || probe.Problem is not null)));

    private static void Count(HeaderPrivacy privacy, int image, AttributeCount[] identifying, Dictionary<uint, AttributeCount> privateTags)
    {
        for (int at = 0; at < privacy.Identifying.Length; at++)
        {
            int index = privacy.Identifying[at];
            identifying[index] = identifying[index].Plus(image, privacy.Initials[at]);
        }

        foreach (uint tag in privacy.PrivateTags)
        {
            privateTags[tag] = privateTags.GetValueOrDefault(tag).Plus(image, '*');
        }
    }

    private static void CheckFile(ValidationContext context, int image, DicomHeader dicom)
    {
        if (!dicom.HasPixelData)
        {
            return; // truncated before the attribute
        }

        string path = context.Inventory.Images[image].Path;
        if (PixelText.Reason(dicom.Privacy.BurnedInAnnotation, dicom.SopClassUid, dicom.Modality, dicom.Privacy.IsScreenSave)
            is string reason)
        {
            context.Issues.Report(RuleCatalog.BurnedInAnnotation, path, $"The image's pixels may carry text: {reason}.");
        }

        if (!dicom.Privacy.IsIdentityRemoved)
        {
            context.Issues.Report(RuleCatalog.NotDeidentified, path, "Patient Identity Removed (0012,0062) is not YES.");
        }
    }

    private static void ReportIdentifying(ValidationContext context, AttributeCount[] identifying)
    {
        for (int index = 0; index < identifying.Length; index++)
        {
            AttributeCount count = identifying[index];
            if (count.Files > 0)
            {
                string name = $"{IdentifyingAttributes.NameOf(index)} {DicomTag.Format(IdentifyingAttributes.TagOf(index))}";
                string message = $"{name} has a value in {NameText.Count(count.Files, "file")}: {count.Initial}*** in the first.";
                Report(context, RuleCatalog.PatientIdentity, count, message, name);
            }
        }
    }

    private static void Report(ValidationContext context, DqRule rule, AttributeCount count, string message, string subject)
    {
        if (count.Files > 0)
        {
            context.Issues.Report(rule, context.Inventory.Images[count.First].Path, message, subject: subject, count: count.Files);
        }
    }

    /// <summary>Represents the number of files with an attribute.</summary>
    /// <param name="Files">The number of files.</param>
    /// <param name="First">The index of the first image.</param>
    /// <param name="Initial">The first character of its value in the first image.</param>
    private readonly record struct AttributeCount(int Files, int First, char Initial)
    {
        public AttributeCount Plus(int image, char initial) =>
            Files == 0 ? new AttributeCount(1, image, initial) : this with { Files = Files + 1 };
    }
}
