namespace DeepQDataset.Catalog;

/// <summary>The label.csv file, its columns, and the images it names: DQ501 to DQ524 and DQ527, without the boxes.</summary>
public static partial class RuleCatalog
{
    /// <summary>DQ501.</summary>
    public static DqRule LabelEncoding { get; } = Rule(
        "DQ501", nameof(LabelEncoding), DqSeverity.Error, DqLevel.Structure, Ours, true,
        "label.csv is not encoded in UTF-8.",
        $"Save label.csv again as UTF-8 without a byte order mark, or let {Repair} do it.");

    /// <summary>DQ502.</summary>
    public static DqRule ByteOrderMark { get; } = Rule(
        "DQ502", nameof(ByteOrderMark), DqSeverity.Warning, DqLevel.Structure, Ours, true,
        "label.csv starts with a UTF-8 byte order mark, which many readers take for a part of the first image's name.",
        $"Save label.csv again as UTF-8 without a byte order mark, or let {Repair} do it.");

    /// <summary>DQ503.</summary>
    public static DqRule HeaderRow { get; } = Rule(
        "DQ503", nameof(HeaderRow), DqSeverity.Error, DqLevel.Structure, Guide22, true,
        "The first line of label.csv is a header, which the format does not have.",
        $"Delete the first line of label.csv, or let {Repair} do it.");

    /// <summary>DQ504.</summary>
    public static DqRule WrongDelimiter { get; } = Rule(
        "DQ504", nameof(WrongDelimiter), DqSeverity.Error, DqLevel.Structure, Guide22, true,
        "The columns of label.csv are separated by semicolons or tabs, or its numbers have decimal commas.",
        $"Separate the columns with commas, and write decimals with a point, or let {Repair} do it.");

    /// <summary>DQ505.</summary>
    public static DqRule ColumnCount { get; } = Rule(
        "DQ505", nameof(ColumnCount), DqSeverity.Error, DqLevel.Structure, Guide22, false,
        "A line of label.csv has another number of columns than the 3 (classes) or 6 (boxes) of the file's other lines.",
        "Write image, class and 0 or 1 for classes, or image, object, xLeft, yTop, width and height for boxes, and quote names "
        + "that contain a comma.");

    /// <summary>DQ506.</summary>
    public static DqRule TwoColumnLabels { get; } = Rule(
        "DQ506", nameof(TwoColumnLabels), DqSeverity.Error, DqLevel.Structure, Guide22, true,
        "label.csv has the older two-column form without the one-hot value.",
        $"Add a third column: 1 where the image is of the class, and a line with 0 for each other class, or let {Repair} do it.");

    /// <summary>DQ507.</summary>
    public static DqRule EmptyField { get; } = Rule(
        "DQ507", nameof(EmptyField), DqSeverity.Error, DqLevel.Structure, Guide22, false,
        "A line of label.csv lacks its image, its class or a number.",
        "Fill the field in, or delete the line.");

    /// <summary>DQ508.</summary>
    public static DqRule OneHotValue { get; } = Rule(
        "DQ508", nameof(OneHotValue), DqSeverity.Error, DqLevel.Structure, Guide22, false,
        "The third column of a classification line is neither 0 nor 1.",
        "Write 1 where the image is of the class, and 0 where it is not.");

    /// <summary>DQ509.</summary>
    public static DqRule UnquotedNumericClass { get; } = Rule(
        "DQ509", nameof(UnquotedNumericClass), DqSeverity.Error, DqLevel.Structure, Guide22, true,
        "A class whose name is a pure number is not in double quotes.",
        $"Put the class's name in double quotes on each of its lines, such as \"001\", or let {Repair} do it.");

    /// <summary>DQ513.</summary>
    public static DqRule ImageNotFound { get; } = Rule(
        "DQ513", nameof(ImageNotFound), DqSeverity.Error, DqLevel.Structure, Guide22, true,
        "label.csv names an image that the dataset does not hold.",
        $"Correct the name in label.csv, add the image, or delete its lines; {Repair} corrects names whose cause is known.");

    /// <summary>DQ514.</summary>
    public static DqRule AmbiguousImage { get; } = Rule(
        "DQ514", nameof(AmbiguousImage), DqSeverity.Error, DqLevel.Structure, Ours, false,
        "The name of an image in label.csv fits several images.",
        "Name the image with its extension, and in studies as StudyName/SeriesN/file.");

    /// <summary>DQ516.</summary>
    public static DqRule ConflictingRows { get; } = Rule(
        "DQ516", nameof(ConflictingRows), DqSeverity.Error, DqLevel.Structure, Guide22, false,
        "label.csv says both 0 and 1 of one image and class.",
        "Keep the line that is right and delete the other.");

    /// <summary>DQ517.</summary>
    public static DqRule DuplicateRow { get; } = Rule(
        "DQ517", nameof(DuplicateRow), DqSeverity.Warning, DqLevel.Structure, Ours, true,
        "A line of label.csv repeats an earlier one.",
        $"Delete the line, or let {Repair} do it.");

    /// <summary>DQ518.</summary>
    public static DqRule IncompleteOneHot { get; } = Rule(
        "DQ518", nameof(IncompleteOneHot), DqSeverity.Warning, DqLevel.Structure, Guide22, true,
        "An image has no line for a class that other images have.",
        $"Add a line with 0 or 1 for each class that the image lacks; {BuildArchive} and {Repair} do it with 0.");

    /// <summary>DQ519.</summary>
    public static DqRule NoPositiveClass { get; } = Rule(
        "DQ519", nameof(NoPositiveClass), DqSeverity.Warning, DqLevel.Structure, Ours, false,
        "An image belongs to no class: all its lines say 0.",
        "Write 1 for the image's class, or check that it is meant to have none.");

    /// <summary>DQ520.</summary>
    public static DqRule UnlabelledImage { get; } = Rule(
        "DQ520", nameof(UnlabelledImage), DqSeverity.Information, DqLevel.Structure, Guide2, false,
        "No line of label.csv names some of the images.",
        "Nothing needs to be done where the annotation is meant to cover a part of the images; else add their lines.");

    /// <summary>DQ521.</summary>
    public static DqRule EmptyLabelFile { get; } = Rule(
        "DQ521", nameof(EmptyLabelFile), DqSeverity.Error, DqLevel.Structure, Guide22, false,
        "label.csv holds no label at all.",
        "Write the labels into label.csv, or remove the file to upload images alone.");

    /// <summary>DQ522.</summary>
    public static DqRule SurroundingSpace { get; } = Rule(
        "DQ522", nameof(SurroundingSpace), DqSeverity.Warning, DqLevel.Structure, Ours, true,
        "A field of label.csv has white space before or after its value.",
        $"Delete the white space around the field, or let {Repair} do it.");

    /// <summary>DQ523.</summary>
    public static DqRule MalformedCsv { get; } = Rule(
        "DQ523", nameof(MalformedCsv), DqSeverity.Error, DqLevel.Structure, Ours, false,
        "A double quote in label.csv is never closed or stands within a field.",
        "Close the quote, or put the field in double quotes and double those inside it.");

    /// <summary>DQ524.</summary>
    public static DqRule BlankLine { get; } = Rule(
        "DQ524", nameof(BlankLine), DqSeverity.Warning, DqLevel.Structure, Ours, true,
        "label.csv has a blank line between its records.",
        $"Delete the blank line, or let {Repair} do it.");

    /// <summary>DQ527.</summary>
    public static DqRule SpreadsheetFormula { get; } = Rule(
        "DQ527", nameof(SpreadsheetFormula), DqSeverity.Warning, DqLevel.Structure, Ours, false,
        "A field of label.csv starts like a formula, which a spreadsheet program would run.",
        "Rename the image or class so that it starts with a letter or a digit.");
}
