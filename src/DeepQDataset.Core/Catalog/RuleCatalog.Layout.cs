namespace DeepQDataset.Catalog;

/// <content>1xx: the layout of files and folders.</content>
public static partial class RuleCatalog
{
    /// <summary>DQ101: no layout at the root or in an enclosing folder.</summary>
    public static DqRule NoKnownLayout { get; } = Rule(
        "DQ101",
        "NoKnownLayout",
        DqSeverity.Error,
        DqLevel.Structure,
        Guide21,
        repairable: false,
        "The dataset has neither a folder image nor Classes nor LabelMe files, at its root or in one enclosing folder.",
        "Put the images into a folder named image, or class folders into one named Classes.");

    /// <summary>DQ102: a misspelling of image or Classes, which are case-sensitive.</summary>
    public static DqRule FolderNameSpelling { get; } = Rule(
        "DQ102",
        "FolderNameSpelling",
        DqSeverity.Error,
        DqLevel.Structure,
        Guide21,
        repairable: true,
        "A folder with a prescribed name is spelled otherwise, and the platform does not know it then.",
        $"Rename the folder to image or Classes, letter for letter, or let {Repair} do it.");

    /// <summary>DQ103: a misspelling of label.csv, or a label.csv in the image folder.</summary>
    public static DqRule LabelFileName { get; } = Rule(
        "DQ103",
        "LabelFileName",
        DqSeverity.Error,
        DqLevel.Structure,
        Guide21,
        repairable: true,
        "The annotation file has another name than label.csv, or lies inside image, so the platform does not find it.",
        $"Name the annotation file label.csv and put it beside the folder image, or let {Repair} do it.");

    /// <summary>DQ104: two or more enclosing folders.</summary>
    public static DqRule WrappedTooDeep { get; } = Rule(
        "DQ104",
        "WrappedTooDeep",
        DqSeverity.Error,
        DqLevel.Structure,
        Guide21,
        repairable: true,
        "The layout lies below two or more enclosing folders, where the platform takes one at most.",
        $"Pack the dataset so that image or Classes lies at the root or in exactly one folder, or let {Repair} do it.");

    /// <summary>DQ105: two layouts in one dataset.</summary>
    public static DqRule MixedLayouts { get; } = Rule(
        "DQ105",
        "MixedLayouts",
        DqSeverity.Error,
        DqLevel.Structure,
        Ours,
        repairable: false,
        "The dataset mixes two layouts, and the platform reads just one.",
        "Choose one layout, and remove or move the files of the other.");

    /// <summary>DQ106: an image folder or class folders without any image.</summary>
    public static DqRule NoImages { get; } = Rule(
        "DQ106",
        "NoImages",
        DqSeverity.Error,
        DqLevel.Structure,
        Guide21,
        repairable: false,
        "The layout exists, but it contains no image.",
        "Put the PNG, JPEG or DICOM files into the folder image, or into the class folders.");

    /// <summary>DQ107: folders that are not a study with series, or are inside a series or class folder.</summary>
    public static DqRule UnexpectedNesting { get; } = Rule(
        "DQ107",
        "UnexpectedNesting",
        DqSeverity.Error,
        DqLevel.Structure,
        Guide21,
        repairable: true,
        "A folder lies where the layout has no place for one.",
        $"Move the images up, or arrange them as image/Study/Series1; {Repair} does it.");

    /// <summary>DQ108: a child folder of a study whose name is not Series and a number.</summary>
    public static DqRule SeriesFolderName { get; } = Rule(
        "DQ108",
        "SeriesFolderName",
        DqSeverity.Error,
        DqLevel.Structure,
        Guide21,
        repairable: true,
        "A folder in a study is not named Series and a number.",
        $"Rename the folder to Series1, Series2 and so on, or let {Repair} do it.");

    /// <summary>DQ109: an image directly in Classes, which has no class.</summary>
    public static DqRule ImageOutsideClass { get; } = Rule(
        "DQ109",
        "ImageOutsideClass",
        DqSeverity.Error,
        DqLevel.Structure,
        Guide21,
        repairable: false,
        "An image lies directly in Classes and so belongs to no class.",
        "Move the image into the folder of its class.");

    /// <summary>DQ110: a class, study or series folder without an image.</summary>
    public static DqRule EmptyFolder { get; } = Rule(
        "DQ110",
        "EmptyFolder",
        DqSeverity.Warning,
        DqLevel.Structure,
        Ours,
        repairable: true,
        "A class, study or series folder holds no image.",
        $"Remove the folder, or put the images there that it should hold; {Repair} leaves it out.");

    /// <summary>DQ111: a file without a place in the layout.</summary>
    public static DqRule StrayFile { get; } = Rule(
        "DQ111",
        "StrayFile",
        DqSeverity.Warning,
        DqLevel.Structure,
        Guide21,
        repairable: true,
        "The layout has no place for the file.",
        $"Take the file out of the dataset; {Repair} leaves it out.");

    /// <summary>DQ112: a file that macOS, Windows or a file server created.</summary>
    public static DqRule SystemFile { get; } = Rule(
        "DQ112",
        "SystemFile",
        DqSeverity.Warning,
        DqLevel.Structure,
        Ours,
        repairable: true,
        "The file was created by an operating system or file server.",
        $"Remove the file; {BuildArchive} and {Repair} leave it out by themselves.");

    /// <summary>DQ113: DICOM together with PNG or JPEG.</summary>
    public static DqRule MixedImageKinds { get; } = Rule(
        "DQ113",
        "MixedImageKinds",
        DqSeverity.Warning,
        DqLevel.Structure,
        Ours,
        repairable: false,
        "The dataset holds DICOM files together with PNG or JPEG files.",
        "Make one dataset of the DICOM files and another of the rest.");
}
