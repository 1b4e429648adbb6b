namespace DeepQDataset.Catalog;

/// <summary>The requirements of the platform's reader, published for edition 3.0, on label.csv beyond the guide: DQ528 to DQ534.</summary>
public static partial class RuleCatalog
{
    private const string Reader = "The platform's reader";

    /// <summary>DQ528.</summary>
    public static DqRule RepeatedSingleLabel { get; } = Rule(
        "DQ528", nameof(RepeatedSingleLabel), DqSeverity.Error, DqLevel.Structure, Reader, true,
        "An image stands on several lines of a label.csv with two columns, where it has one class.",
        $"Keep one line of the image; for several classes an image write three columns. Where all its lines agree, {Repair} keeps one.");

    /// <summary>DQ529.</summary>
    public static DqRule ClassReadAsEmpty { get; } = Rule(
        "DQ529", nameof(ClassReadAsEmpty), DqSeverity.Error, DqLevel.Structure, Reader, true,
        "A class has a name that the platform's reader reads as a missing value, such as NA or null, in quotes or without.",
        $"Give the class another name on all its lines, or let {Repair} do it, which says the new name.");

    /// <summary>DQ530.</summary>
    public static DqRule NameWithoutExtension { get; } = Rule(
        "DQ530", nameof(NameWithoutExtension), DqSeverity.Error, DqLevel.Structure, Reader, true,
        "Names of images in label.csv lack their extension, and the platform's reader finds no such file.",
        $"Write each name with its extension, as the file has it, or let {Repair} do it; all editions read that.");

    /// <summary>DQ531.</summary>
    public static DqRule BareImageLine { get; } = Rule(
        "DQ531", nameof(BareImageLine), DqSeverity.Error, DqLevel.Structure, "Guide 3.0, Data Formats", true,
        "A line of label.csv holds an image's name alone, which only edition 3.0 describes and its reader does not take everywhere.",
        $"Write 'nothing to label' as the class of a detection line without numbers, or 0 for each class; {Repair} does it.");

    /// <summary>DQ532.</summary>
    public static DqRule MaskUnreadable { get; } = Rule(
        "DQ532", nameof(MaskUnreadable), DqSeverity.Error, DqLevel.Structure, Reader, false,
        "A mask is not base64 of a zlib stream that holds a bit for each pixel of its size.",
        $"Write the mask again from its source, with {Remedy.Of(RemedyAction.ConvertMasks)} or the converter of the tool that drew it.");

    /// <summary>DQ533.</summary>
    public static DqRule MaskSize { get; } = Rule(
        "DQ533", nameof(MaskSize), DqSeverity.Error, DqLevel.Header, Reader, false,
        "The width or height of a mask is not that of its image.",
        "Draw the mask on the image in its own size, turned as its EXIF orientation says.");

    /// <summary>DQ534.</summary>
    public static DqRule SegmentationForm { get; } = Rule(
        "DQ534", nameof(SegmentationForm), DqSeverity.Error, DqLevel.Structure, "Guide 3.0, Data Formats", false,
        "label.csv has the five columns of segmentation, which the editions before 3.0 do not know and the FAQ of 3.0 denies.",
        "Upload segmentation to edition 3.0 alone; for the others upload it in LabelMe's form.");
}
