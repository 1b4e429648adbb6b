namespace DeepQDataset.Catalog;

/// <summary>The boxes of label.csv: DQ510 to DQ512, DQ515, DQ525 and DQ526.</summary>
public static partial class RuleCatalog
{
    /// <summary>Gets rule DQ510.</summary>
    public static DqRule InvalidNumber { get; } = Rule(
        "DQ510", nameof(InvalidNumber), DqSeverity.Error, DqLevel.Structure, Guide22, false,
        "A number of a box is not a plain integer or decimal with a point.",
        "Write the number in pixels with digits and at most one point, such as 128 or 97.5.");

    /// <summary>Gets rule DQ511.</summary>
    public static DqRule BoxSize { get; } = Rule(
        "DQ511", nameof(BoxSize), DqSeverity.Error, DqLevel.Structure, Guide22, false,
        "A box has a width or height that is not above 0.",
        "Correct the width and height, or delete the box.");

    /// <summary>Gets rule DQ512.</summary>
    public static DqRule BoxOutsideImage { get; } = Rule(
        "DQ512", nameof(BoxOutsideImage), DqSeverity.Error, DqLevel.Header, Ours, false,
        "A box lies wholly outside its image.",
        "Correct the box's left and top edge, or delete the box.");

    /// <summary>Gets rule DQ515.</summary>
    public static DqRule BoxExceedsImage { get; } = Rule(
        "DQ515", nameof(BoxExceedsImage), DqSeverity.Warning, DqLevel.Header, Ours, true,
        "A box reaches beyond its image by more than half a pixel.",
        $"Cut the box at the image's edges, or let {Repair} do it.");

    /// <summary>Gets rule DQ525.</summary>
    public static DqRule NormalizedBoxes { get; } = Rule(
        "DQ525", nameof(NormalizedBoxes), DqSeverity.Warning, DqLevel.Structure, Ours, false,
        "All numbers of all boxes lie within 0 and 1, as YOLO's shares of the image's size do.",
        "Multiply the numbers by the image's width and height, and turn the box's centre into its top-left corner.");

    /// <summary>Gets rule DQ526.</summary>
    public static DqRule CornerBoxes { get; } = Rule(
        "DQ526", nameof(CornerBoxes), DqSeverity.Warning, DqLevel.Header, Ours, true,
        "Most boxes reach beyond their image, yet fit when their last two numbers are read as the bottom-right corner.",
        $"Write width and height in place of the right and bottom edge, or let {Remedy.Of(RemedyAction.RepairCornerBoxes)} do it.");
}
