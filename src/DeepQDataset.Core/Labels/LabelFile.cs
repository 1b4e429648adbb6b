namespace DeepQDataset.Labels;

/// <summary>label.csv as it was read: the rows that make sense, and what is wrong with the rest.</summary>
internal sealed class LabelFile
{
    internal LabelFile(LabelForm form, LabelTable table)
    {
        Form = form;
        Table = table;
    }

    /// <summary>Gets the form of the file's rows.</summary>
    public LabelForm Form { get; }

    /// <summary>Gets the rows that could be read, in the file's order.</summary>
    public IReadOnlyList<LabelRow> Rows => Table;

    /// <summary>Why the file was not read at all, as a sentence; null if it was.</summary>
    public string? NotRead { get; private init; }

    /// <summary>What the labels are for.</summary>
    public DqTask Task => Form switch
    {
        LabelForm.Classification or LabelForm.TwoColumns => DqTask.Classification,
        LabelForm.Detection => DqTask.Detection,
        LabelForm.Segmentation => DqTask.Segmentation,
        _ => DqTask.None,
    };

    /// <summary>Gets the rows by numbers, and what became of the others.</summary>
    internal LabelTable Table { get; }

    /// <summary>Returns a file that was not read.</summary>
    /// <param name="reason">Why, as a sentence.</param>
    internal static LabelFile Unread(string reason) => new(LabelForm.Unknown, LabelTable.Empty) { NotRead = reason };
}
