namespace DeepQDataset;

/// <summary>
/// Represents an action in a message, with the path that it applies to if the message does not make that clear. It is a ref struct, so that
/// the compiler refuses it in a string, which would lose the action; use a <see cref="RemedyText"/>.
/// </summary>
public readonly ref struct Remedy
{
    private Remedy(RemedyAction action, string? argument) => (Action, Argument) = (action, argument);

    /// <summary>Gets the action.</summary>
    public RemedyAction Action { get; }

    /// <summary>Gets the path that it applies to; null if there is none.</summary>
    public string? Argument { get; }

    /// <summary>Creates a remedy.</summary>
    /// <param name="action">The action.</param>
    /// <param name="argument">The path that it applies to; null if there is none.</param>
    public static Remedy Of(RemedyAction action, string? argument = null) => new(action, argument);

    /// <summary>Returns the action in plain words, as a noun or a clause.</summary>
    public override string ToString() => Action switch
    {
        RemedyAction.Repair => "a repair",
        RemedyAction.RepairCornerBoxes => "a repair of corner boxes",
        RemedyAction.BuildArchive => "the archive writer",
        RemedyAction.BuildOfSomeLabels => "build the dataset of the other labels",
        RemedyAction.Validate => "validation",
        RemedyAction.ValidateFolders => $"validate each folder in '{Argument}'",
        RemedyAction.ValidateArchives => $"validate each zip in '{Argument}'",
        RemedyAction.Unpack => "unpacking it again",
        RemedyAction.ListRules => "the rule catalogue",
        RemedyAction.WriteReport => "the report writer",
        RemedyAction.Protect => "the DICOM protector",
        RemedyAction.ConvertStudies => "the study converter",
        RemedyAction.ConvertLabelMe => "the LabelMe converter",
        RemedyAction.ConvertMasks => "the mask converter",
        RemedyAction.ExportCoco => "the export to COCO",
        RemedyAction.Overwrite => "the option to overwrite",
        RemedyAction.Link => "the option to link",
        RemedyAction.LinkSymbolic => "symbolic links",
        RemedyAction.ArrangeClasses => "the arrangement in class folders",
        RemedyAction.ArrangeStudies => "the arrangement in studies",
        RemedyAction.GiveImageFolder => "the option for the image folder",
        RemedyAction.SelectFoundImages => "their missing SourcePath",
        RemedyAction.GiveClassNames => "the option for class names",
        RemedyAction.GivePixelOrigin => "the option for the origin",
        RemedyAction.GiveValueClasses => "the option for the classes of values",
        RemedyAction.IncludeCrowds => "the option to include crowds",
        RemedyAction.ConvertFlags => "the option to convert flags",
        RemedyAction.KeepNames => "the option to keep names",
        _ => throw new InvalidOperationException($"{Action} has no words."),
    };
}
