namespace DeepQDataset.Labels;

/// <summary>label.csv as it was read: the rows that make sense, and what is wrong with the rest.</summary>
public sealed class LabelFile
{
    /// <summary>The form of the file's rows.</summary>
    public required LabelForm Form { get; init; }

    /// <summary>The rows that could be read, in the file's order.</summary>
    public required IReadOnlyList<LabelRow> Rows { get; init; }

    /// <summary>What the labels are for.</summary>
    public DqTask Task => Form switch
    {
        LabelForm.Classification or LabelForm.TwoColumns => DqTask.Classification,
        LabelForm.Detection => DqTask.Detection,
        _ => DqTask.None,
    };
}
