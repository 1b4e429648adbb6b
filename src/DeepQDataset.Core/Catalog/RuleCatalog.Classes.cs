namespace DeepQDataset.Catalog;

/// <summary>The classes of label.csv and of class folders: 6xx.</summary>
public static partial class RuleCatalog
{
    /// <summary>Gets rule DQ601.</summary>
    public static DqRule TooFewImages { get; } = Rule(
        "DQ601", nameof(TooFewImages), DqSeverity.Error, DqLevel.Structure, Guide22, false,
        "A class has fewer images than the platform demands, which rejects the whole dataset.",
        "Add images of the class, merge it with another, or remove it with its labels.");

    /// <summary>Gets rule DQ602.</summary>
    public static DqRule SingleClass { get; } = Rule(
        "DQ602", nameof(SingleClass), DqSeverity.Warning, DqLevel.Structure, Ours, false,
        "A classification has just one class, so there is nothing to tell apart.",
        "Add images of at least one other class.");

    /// <summary>Gets rule DQ603.</summary>
    public static DqRule SimilarClassNames { get; } = Rule(
        "DQ603", nameof(SimilarClassNames), DqSeverity.Warning, DqLevel.Structure, Ours, false,
        "Classes have names that are equal but for case, white space, full or half width, or leading zeros.",
        "Give the classes one name if they are one class, or names that differ clearly.");

    /// <summary>Gets rule DQ604.</summary>
    public static DqRule ClassImbalance { get; } = Rule(
        "DQ604", nameof(ClassImbalance), DqSeverity.Information, DqLevel.Structure, Ours, false,
        "The largest class has many times the images of the smallest.",
        "Consider adding images of the small class.");
}
