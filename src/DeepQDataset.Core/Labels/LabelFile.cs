namespace DeepQDataset.Labels;

/// <summary>Represents the content of label.csv: the valid rows, and what happened to the others.</summary>
internal sealed class LabelFile
{
    internal LabelFile(LabelForm form, LabelTable table)
    {
        Form = form;
        Table = table;
    }

    /// <summary>Gets the form of the rows.</summary>
    public LabelForm Form { get; }

    /// <summary>Gets the valid rows in file order.</summary>
    public IReadOnlyList<LabelRow> Rows => Table;

    /// <summary>Gets the reason why the file was not read, as a sentence; null if it was read.</summary>
    public string? NotRead { get; private init; }

    /// <summary>Gets the task of the labels.</summary>
    public DqTask Task => Form switch
    {
        LabelForm.Classification or LabelForm.TwoColumns => DqTask.Classification,
        LabelForm.Detection => DqTask.Detection,
        LabelForm.Segmentation => DqTask.Segmentation,
        _ => DqTask.None,
    };

    /// <summary>Gets the table of the rows, including invalid ones.</summary>
    internal LabelTable Table { get; }

    /// <summary>Creates the result for a file that was not read.</summary>
    /// <param name="reason">The reason, as a sentence.</param>
    internal static LabelFile Unread(string reason) => new(LabelForm.Unknown, LabelTable.Empty) { NotRead = reason };
}
