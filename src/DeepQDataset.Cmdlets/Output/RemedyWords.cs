using System.Text;

namespace DeepQDataset.Commands.Output;

/// <summary>Words the actions in messages as the commands and parameters of this module.</summary>
internal static class RemedyWords
{
    /// <summary>Returns the command or parameter for an action.</summary>
    public static string Of(Remedy remedy) => remedy.Action switch
    {
        RemedyAction.Repair => "Repair-DqDataset",
        RemedyAction.RepairCornerBoxes => "Repair-DqDataset -CornerBoxes",
        RemedyAction.BuildArchive => "New-DqDatasetArchive",
        RemedyAction.BuildOfSomeLabels => "pipe Get-DqLabel through Where-Object to New-DqDatasetArchive",
        RemedyAction.Validate => "Test-DqDataset",
        RemedyAction.ValidateFolders => $"Test-DqDataset {Wildcard(remedy.Argument!, "*")}",
        RemedyAction.ValidateArchives => $"Test-DqDataset {Wildcard(remedy.Argument!, "*.zip")}",
        RemedyAction.Unpack => "Expand-DqDatasetArchive",
        RemedyAction.ListRules => "Get-DqRule",
        RemedyAction.WriteReport => "Export-DqReport",
        RemedyAction.Protect => "Protect-DqDicom",
        RemedyAction.ConvertStudies => "ConvertTo-DqStudyFolders",
        RemedyAction.ConvertLabelMe => "ConvertFrom-DqLabelMe",
        RemedyAction.ConvertMasks => "ConvertFrom-DqMask",
        RemedyAction.ExportCoco => "ConvertTo-DqCoco",
        RemedyAction.Overwrite => "-Force",
        RemedyAction.Link => "-Link",
        RemedyAction.LinkSymbolic => "-Link Symbolic",
        RemedyAction.ArrangeClasses => "-Layout Classes",
        RemedyAction.ArrangeStudies => "-Layout Studies",
        RemedyAction.GiveImageFolder => "-ImageFolder",
        RemedyAction.SelectFoundImages => "Where-Object SourcePath",
        RemedyAction.GiveClassNames => "-ClassName",
        RemedyAction.GivePixelOrigin => "-Origin",
        RemedyAction.GiveValueClasses => "-ClassMap",
        RemedyAction.IncludeCrowds => "-IncludeCrowd",
        RemedyAction.ConvertFlags => "-FlagsAsLabels",
        RemedyAction.KeepNames => "-KeepNames",
        _ => remedy.ToString(),
    };

    /// <summary>
    /// Returns a pattern in single quotes, in which wildcard characters in the name of the folder are escaped by a backtick.
    /// </summary>
    private static string Wildcard(string folder, string pattern)
    {
        StringBuilder text = new("'");
        foreach (char character in folder)
        {
            if (character is '[' or ']' or '*' or '?' or '`')
            {
                text.Append('`');
            }

            text.Append(character == '\'' ? "''" : character.ToString());
        }

        if (!Path.EndsInDirectorySeparator(folder))
        {
            text.Append(Path.DirectorySeparatorChar);
        }

        return text.Append(pattern).Append('\'').ToString();
    }
}
