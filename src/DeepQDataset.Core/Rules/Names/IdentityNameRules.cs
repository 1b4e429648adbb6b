using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Privacy;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Names;

/// <summary>
/// Checks the names of files and folders and label.csv for patient IDs and names (DQ905). These are taken from the dataset's own DICOM
/// files whose identity was not removed. A name in label.csv that matches an image is reported for that image.
/// </summary>
internal sealed class IdentityNameRules : IRuleFamily
{
    /// <inheritdoc/>
    public bool NeedsImages => true;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Probes is null || Patients(context) is not { IsEmpty: false } patients)
        {
            return;
        }

        HashSet<string> folders = new(StringComparer.Ordinal);
        for (int i = 0; i < context.Inventory.Images.Count; i++)
        {
            ImageEntry image = context.Inventory.Images[i];
            string? ownId = PrivacyOf(context, i)?.PatientId;
            CheckFolders(context, patients, folders, EntryPath.Folder(image.Path), ownId);
            if (patients.Find(EntryPath.Stem(image.FileName), ownId) is string found)
            {
                context.Issues.Report(RuleCatalog.IdentityInName, image.Path, $"The file's name has {found} in it.");
            }
        }

        if (context.References is { } references)
        {
            CheckLabels(context, patients, references);
        }
    }

    private static HeaderPrivacy? PrivacyOf(ValidationContext context, int image) => context.Probes![image]?.Header?.Dicom?.Privacy;

    private static PatientNames Patients(ValidationContext context)
    {
        PatientNames patients = new();
        for (int i = 0; i < context.Probes!.Count; i++)
        {
            if (PrivacyOf(context, i) is { } privacy)
            {
                patients.Add(privacy.PatientId, privacy.PatientName, privacy.CharacterSet);
            }
        }

        return patients;
    }

    private static void CheckFolders(ValidationContext context, PatientNames patients, HashSet<string> seen, string folder, string? ownId)
    {
        while (folder.Length > 0 && seen.Add(folder))
        {
            if (patients.Find(EntryPath.FileName(folder), ownId) is string found)
            {
                context.Issues.Report(RuleCatalog.IdentityInName, folder, $"The folder's name has {found} in it.");
            }

            folder = EntryPath.Folder(folder);
        }
    }

    /// <summary>Reports one issue for each name, with its first line and the number of lines.</summary>
    private static void CheckLabels(ValidationContext context, PatientNames patients, LabelReferences references)
    {
        LabelTable table = references.Table;
        for (int name = 0; name < table.ImageNames.Count; name++)
        {
            bool isMissing = references.MatchOf(name).Kind == ImageMatchKind.Missing;
            if (isMissing && patients.Find(table.ImageNames[name], ownId: null) is string found)
            {
                Report(context, $"An image's name has {found} in it.", table.Mentions[name].FirstLine, table.Mentions[name].Lines);
            }
        }

        (int First, int Count)[] lines = new (int, int)[table.ClassNames.Count];
        foreach (LabelEntry entry in table.Entries)
        {
            ref (int First, int Count) line = ref lines[entry.Class];
            line = line.Count == 0 ? (entry.Line, 1) : (line.First, line.Count + 1);
        }

        for (int number = 0; number < lines.Length; number++)
        {
            if (lines[number].Count > 0 && patients.Find(table.ClassNames[number], ownId: null) is string found)
            {
                Report(context, $"A class's name has {found} in it.", lines[number].First, lines[number].Count);
            }
        }
    }

    private static void Report(ValidationContext context, string message, int line, int count) =>
        context.Issues.Report(RuleCatalog.IdentityInName, context.Inventory.LabelFile!.Path, message, line: line, count: count);
}
