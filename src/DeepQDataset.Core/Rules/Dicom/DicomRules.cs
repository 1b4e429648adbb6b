using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Sources;

namespace DeepQDataset.Rules.Dicom;

/// <summary>
/// Checks the 4xx rules. A DICOMDIR and a file without pixel data must be removed and have no other issue. Of a file that ends inside its
/// header, only what was read counts.
/// </summary>
internal sealed class DicomRules : IRuleFamily
{
    /// <inheritdoc/>
    public bool NeedsImages => true;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Probes is not { } probes)
        {
            return;
        }

        DicomGroups groups = new();
        for (int i = 0; i < probes.Count; i++)
        {
            if (probes[i] is not { Header.Dicom: { } header } probe)
            {
                continue;
            }

            string path = context.Inventory.Images[i].Path;
            bool isCut = probe.Problem is not null && !header.HasPixelData;
            if (header.IsDicomDirectory)
            {
                context.Issues.Report(RuleCatalog.DicomDirectory, path, "The file is a DICOMDIR, a list of files and patients.");
            }
            else if (!header.HasPixelData && !isCut)
            {
                string kind = SopClassKind.Describe(header.SopClassUid) is { } name ? $": it is {name}" : "";
                context.Issues.Report(RuleCatalog.NoPixelData, path, $"The file has no pixel data{kind}.");
            }
            else
            {
                CheckFile(context.Issues, path, probe, header, isCut);
                groups.Add(i, header);
            }
        }

        // DICOMDIR files among the images are recognized by content; one beside image/, where DICOM exports put it, by name.
        foreach (SourceEntry file in context.Inventory.DicomDirectories)
        {
            context.Issues.Report(RuleCatalog.DicomDirectory, file.Path, "The file is a DICOMDIR, a list of files and patients.");
        }

        groups.Report(context);
    }

    private static void CheckFile(IssueSink issues, string path, ImageProbeResult probe, DicomHeader header, bool isCut)
    {
        if (!header.HasPreamble)
        {
            issues.Report(RuleCatalog.MissingPreamble, path, "The file starts without the 128-byte preamble and DICM.");
        }

        if (Identifiers(header, isCut) is { } identifiers)
        {
            issues.Report(RuleCatalog.MissingIdentifier, path, identifiers);
        }

        if (header.NumberOfFrames > 1)
        {
            issues.Report(RuleCatalog.MultiFrame, path, FormattableString.Invariant($"The file holds {header.NumberOfFrames} frames."));
        }

        if (TransferSyntaxMessage(header.TransferSyntaxUid) is { } syntax)
        {
            issues.Report(RuleCatalog.TransferSyntax, path, syntax);
        }

        if (probe.Problem is null && DicomPixelLength.Shortfall(header) is { } shortfall)
        {
            issues.Report(RuleCatalog.PixelLengthMismatch, path, shortfall);
        }

        if (MetaMismatch(header) is { } mismatch)
        {
            issues.Report(RuleCatalog.MetaMismatch, path, mismatch);
        }
    }

    private static string? Identifiers(DicomHeader header, bool isCut)
    {
        string? study = Identifier("Study Instance UID", header.StudyInstanceUid, isCut);
        string? series = Identifier("Series Instance UID", header.SeriesInstanceUid, isCut);
        string? instance = Identifier("SOP Instance UID", header.SopInstanceUid, isCut);
        if (study is null && series is null && instance is null)
        {
            return null;
        }

        string[] parts = new[] { study, series, instance }.OfType<string>().ToArray();
        return $"The {string.Join(", the ", parts)}.";
    }

    private static string? Identifier(string name, string? uid, bool isCut)
    {
        if (uid is null)
        {
            return isCut ? null : $"{name} is missing";
        }

        if (uid.Length == 0)
        {
            return $"{name} is empty";
        }

        return DicomUid.IsValid(uid) ? null : $"{name} '{DicomText.Uid(uid)}' is not a valid UID";
    }

    private static string? TransferSyntaxMessage(string? uid)
    {
        if (string.IsNullOrEmpty(uid))
        {
            return "The file does not say in which transfer syntax it is written.";
        }

        if (TransferSyntax.Find(uid) is not { } syntax)
        {
            return $"The transfer syntax '{DicomText.Uid(uid)}' is not in the DICOM standard.";
        }

        bool isPlain = syntax.Kind is TransferSyntaxKind.Native or TransferSyntaxKind.EncapsulatedNative;
        bool isBaseline = string.Equals(uid, TransferSyntax.JpegBaselineUid, StringComparison.Ordinal);
        return isPlain || isBaseline ? null : $"The transfer syntax is {syntax.Name} ({uid}).";
    }

    private static string? MetaMismatch(DicomHeader header)
    {
        if (Differ(header.MediaStorageSopInstanceUid, header.SopInstanceUid))
        {
            return $"The file meta names the SOP instance '{DicomText.Uid(header.MediaStorageSopInstanceUid!)}', the data set "
                + $"'{DicomText.Uid(header.SopInstanceUid!)}'.";
        }

        return Differ(header.MediaStorageSopClassUid, header.SopClassUid)
            ? $"The file meta names the SOP class '{DicomText.Uid(header.MediaStorageSopClassUid!)}', the data set "
                + $"'{DicomText.Uid(header.SopClassUid!)}'."
            : null;
    }

    private static bool Differ(string? left, string? right) =>
        !string.IsNullOrEmpty(left) && !string.IsNullOrEmpty(right) && !string.Equals(left, right, StringComparison.Ordinal);
}
