namespace DeepQDataset.Catalog;

/// <content>2xx: the names of images and their folders.</content>
public static partial class RuleCatalog
{
    /// <summary>DQ201: two folders contain the same file name, where names must be unique.</summary>
    public static DqRule DuplicateFileName { get; } = Rule(
        "DQ201",
        "DuplicateFileName",
        DqSeverity.Error,
        DqLevel.Structure,
        Faq,
        repairable: true,
        "Images in different folders have the same file name, which the platform refuses.",
        $"Give each image a file name of its own, or let {Repair} do it.");

    /// <summary>DQ202: two class folders contain the same file name, as in the guide's figure; its FAQ forbids it.</summary>
    public static DqRule DuplicateFileNameAcrossClasses { get; } = Rule(
        "DQ202",
        "DuplicateFileNameAcrossClasses",
        DqSeverity.Warning,
        DqLevel.Structure,
        Faq,
        repairable: true,
        "Images in different class folders have the same file name, which the platform may refuse.",
        $"Give each image a file name of its own, or let {BuildArchive} or {Repair} make the names unique.");

    /// <summary>DQ203: control characters and characters that Windows forbids in a file name.</summary>
    public static DqRule InvalidCharacter { get; } = Rule(
        "DQ203",
        "InvalidCharacter",
        DqSeverity.Error,
        DqLevel.Structure,
        Faq,
        repairable: true,
        "An image's file name has a character that is not allowed.",
        $"Rename the file with letters, digits, underscores and hyphens, or let {Repair} do it.");

    /// <summary>DQ204: white space in an image's file name.</summary>
    public static DqRule SpaceInName { get; } = Rule(
        "DQ204",
        "SpaceInName",
        DqSeverity.Error,
        DqLevel.Structure,
        Faq,
        repairable: true,
        "An image's file name has white space.",
        $"Replace white space in the file name, and in label.csv, by underscores, or let {Repair} do it.");

    /// <summary>DQ205: a name that is not ASCII.</summary>
    public static DqRule NonAsciiName { get; } = Rule(
        "DQ205",
        "NonAsciiName",
        DqSeverity.Information,
        DqLevel.Structure,
        Guide21,
        repairable: false,
        "Names of images or folders are not plain ASCII, which is fine as long as the zip stores them as Unicode.",
        $"Pack with {BuildArchive} or another tool that stores names as Unicode.");

    /// <summary>DQ206: names in one folder that are the same name on Windows.</summary>
    public static DqRule NamesDifferByCase { get; } = Rule(
        "DQ206",
        "NamesDifferByCase",
        DqSeverity.Warning,
        DqLevel.Structure,
        Ours,
        repairable: true,
        "Names in one folder are equal but for upper and lower case, so one overwrites the other on Windows.",
        $"Rename all but one so that they differ in more than case, or let {Repair} do it.");

    /// <summary>DQ207: names that look like others but have other code points.</summary>
    public static DqRule NameNormalization { get; } = Rule(
        "DQ207",
        "NameNormalization",
        DqSeverity.Warning,
        DqLevel.Structure,
        Ours,
        repairable: true,
        "A name is not in Unicode's composed form, or has invisible characters, so that label.csv may not find it.",
        $"Rename it in composed form (NFC) and without invisible characters, or let {Repair} do it.");

    /// <summary>DQ208: names that some systems cannot store.</summary>
    public static DqRule NonPortableName { get; } = Rule(
        "DQ208",
        "NonPortableName",
        DqSeverity.Warning,
        DqLevel.Structure,
        Ours,
        repairable: true,
        "Not every system can store a file or folder of that name.",
        $"Give it a shorter or plainer name, or let {Repair} do it.");

    /// <summary>DQ209: images that differ only by extension.</summary>
    public static DqRule SharedStem { get; } = Rule(
        "DQ209",
        "SharedStem",
        DqSeverity.Warning,
        DqLevel.Structure,
        Guide21,
        repairable: true,
        "Images of one folder differ only by their extension, so a name without extension fits all of them.",
        $"Rename all but one of them, or let {Repair} do it.");
}
