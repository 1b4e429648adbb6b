namespace DeepQDataset.Catalog;

/// <content>7xx: the zip itself.</content>
public static partial class RuleCatalog
{
    /// <summary>DQ701: the file cannot be read as a zip.</summary>
    public static DqRule NotAZip { get; } = Rule(
        "DQ701", "NotAZip", DqSeverity.Error, DqLevel.Structure, Guide21, repairable: false,
        "The file cannot be read as a zip: it is cut off, damaged, or of another format.",
        $"Copy it again if it was cut off on its way; else make a new zip of the dataset folder with {BuildArchive}.");

    /// <summary>DQ702: an entry is encrypted.</summary>
    public static DqRule EncryptedEntry { get; } = Rule(
        "DQ702", "EncryptedEntry", DqSeverity.Error, DqLevel.Structure, Ours, repairable: false,
        "An entry of the zip is encrypted, and the platform asks for no password.",
        "Unpack the zip with its password and make a new one without.");

    /// <summary>DQ703: a name is not ASCII, and its encoding is not given.</summary>
    public static DqRule NameNotUnicode { get; } = Rule(
        "DQ703", "NameNotUnicode", DqSeverity.Error, DqLevel.Structure, Guide21, repairable: true,
        "A name that is not plain ASCII is not stored as Unicode, so that it reads differently on each machine.",
        $"Make the zip again with {BuildArchive}, or with a tool set to store Unicode names, on the machine that shows them rightly; "
            + $"where the reading that is shown is right, {Repair} does it.");

    /// <summary>DQ704: a path leads out of the destination folder.</summary>
    public static DqRule UnsafePath { get; } = Rule(
        "DQ704", "UnsafePath", DqSeverity.Error, DqLevel.Structure, Ours, repairable: false,
        "A path in the zip is absolute, starts with a drive letter, has '..' in it, or is empty: unpacking it would write "
        + "outside the dataset.",
        "Make the zip again from the dataset folder, with paths relative to it.");

    /// <summary>DQ705: a path has backslashes as separators.</summary>
    public static DqRule BackslashPath { get; } = Rule(
        "DQ705", "BackslashPath", DqSeverity.Error, DqLevel.Structure, Ours, repairable: true,
        "A path in the zip is separated by '\\', which many readers take for a part of the file name.",
        $"Make the zip again with {BuildArchive} or {Repair}, which write '/'.");

    /// <summary>DQ706: a path occurs more than once.</summary>
    public static DqRule DuplicateEntry { get; } = Rule(
        "DQ706", "DuplicateEntry", DqSeverity.Error, DqLevel.Structure, Ours, repairable: true,
        "The zip holds one path more than once, and readers differ in which of them they take.",
        $"Make the zip again from the dataset folder, so that each path occurs once; {Repair} does it where the copies are identical.");

    /// <summary>DQ707: an entry is compressed by another method than deflate.</summary>
    public static DqRule CompressionMethod { get; } = Rule(
        "DQ707", "CompressionMethod", DqSeverity.Error, DqLevel.Structure, Ours, repairable: true,
        "An entry is compressed by a method that few readers know.",
        $"Make the zip again with the method 'Deflate' or 'Store'; {Repair} does it for bzip2 and Deflate64.");

    /// <summary>DQ708: the bytes of an entry do not match the checksum or size in the directory.</summary>
    public static DqRule ChecksumMismatch { get; } = Rule(
        "DQ708", "ChecksumMismatch", DqSeverity.Error, DqLevel.Full, Ours, repairable: false,
        "An entry of the zip is damaged: it does not unpack to what its checksum and size say.",
        "Copy the zip again if it was damaged on its way; else make a new one from the dataset folder.");

    /// <summary>DQ709: the zip unpacks to far too much data.</summary>
    public static DqRule ZipBomb { get; } = Rule(
        "DQ709", "ZipBomb", DqSeverity.Error, DqLevel.Structure, Ours, repairable: false,
        "The zip is made to unpack to far more than is in it, or to more than is allowed.",
        "Do not unpack it; ask whoever made it, or raise the limit if that much is expected.");

    /// <summary>DQ710: an entry is a link or another special file.</summary>
    public static DqRule LinkEntry { get; } = Rule(
        "DQ710", "LinkEntry", DqSeverity.Error, DqLevel.Structure, Ours, repairable: false,
        "An entry is a symbolic link or another special file, not the file itself.",
        "Make the zip again with the option that stores the files that links lead to.");

    /// <summary>DQ711: the zip contains another archive.</summary>
    public static DqRule NestedArchive { get; } = Rule(
        "DQ711", "NestedArchive", DqSeverity.Error, DqLevel.Structure, Ours, repairable: false,
        "An archive lies inside the zip; the platform does not examine it.",
        "Unpack the inner archive and put its files in its place, or take it out.");

    /// <summary>DQ712: the name of the zip is not suitable for a dataset.</summary>
    public static DqRule DatasetName { get; } = Rule(
        "DQ712", "DatasetName", DqSeverity.Warning, DqLevel.Structure, Ours, repairable: true,
        "The zip's name, which becomes the dataset's and cannot be changed afterwards, is probably not intended.",
        "Rename the zip before the upload.");

    /// <summary>DQ713: the zip is larger than a plain zip can be.</summary>
    public static DqRule LargeArchive { get; } = Rule(
        "DQ713", "LargeArchive", DqSeverity.Information, DqLevel.Structure, Faq, repairable: false,
        "The zip is larger than a plain zip can be, so that only tools that know zip64 can read it.",
        "Nothing has to be done for the platform; use a current tool to look into it.");

    /// <summary>DQ714: an entry's local header and the directory contradict each other.</summary>
    public static DqRule LocalHeaderMismatch { get; } = Rule(
        "DQ714", "LocalHeaderMismatch", DqSeverity.Error, DqLevel.Header, Ours, repairable: false,
        "What the zip says right before an entry's data is not what its directory says, so that readers differ in what they find.",
        "Copy the zip again if it was damaged on its way; else make a new one from the dataset folder.");

    /// <summary>DQ715: Unicode names are marked only by the flag.</summary>
    public static DqRule UnicodeFlagOnly { get; } = Rule(
        "DQ715", "UnicodeFlagOnly", DqSeverity.Information, DqLevel.Structure, Guide21, repairable: true,
        "Names are marked as Unicode by flag bit 11 alone; the guide asks for the extra field 0x7075.",
        $"Mostly nothing; if the platform shows wrong names, make the zip again with {BuildArchive} or {Repair}, which write both.");

    /// <summary>DQ716: bytes precede or follow the zip.</summary>
    public static DqRule ExtraBytes { get; } = Rule(
        "DQ716", "ExtraBytes", DqSeverity.Warning, DqLevel.Structure, Ours, repairable: true,
        "The file holds bytes before or after the zip, as self-extracting archives do; not every reader ignores them.",
        $"Make a plain zip again with {BuildArchive} or {Repair}.");

    /// <summary>DQ717: the mode of an entry denies its group reading.</summary>
    public static DqRule EntryPermissions { get; } = Rule(
        "DQ717", "EntryPermissions", DqSeverity.Warning, DqLevel.Structure, "The platform's reader", repairable: true,
        "An entry made on Unix gives its group no right to read it; the platform's reader ignores such a file.",
        $"Give the files the right (chmod g+r) and pack them again, or let {Repair} do it.");

    /// <summary>DQ718: the zip is larger than the cloud service accepts.</summary>
    public static DqRule ArchiveTooLarge { get; } = Rule(
        "DQ718", "ArchiveTooLarge", DqSeverity.Error, DqLevel.Structure, "Guide 3.0, FAQ", repairable: false,
        "The zip is larger than the 20 GB that the cloud service takes, or than the bound that the settings give.",
        "Divide the dataset into several, or leave images out.");
}
