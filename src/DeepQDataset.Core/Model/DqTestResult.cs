namespace DeepQDataset;

/// <summary>Whether the platform would accept a dataset, and what speaks against it.</summary>
public sealed class DqTestResult
{
    internal DqTestResult()
    {
    }

    /// <summary>Gets the dataset's name: the folder's, or the zip's without <c>.zip</c>.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the full path of the folder or zip.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>
    /// Gets a value that indicates whether it was checked whole and no issue reaches the severity that fails it (Error unless chosen
    /// otherwise) in <see cref="Platform"/>.
    /// </summary>
    public bool Passed { get; internal init; }

    /// <summary>Gets the platform's edition that the result speaks of: <c>1.1</c>, <c>2.3</c> or <c>3.0</c>.</summary>
    public string Platform { get; internal init; } = DqPlatformName.Of(DqPlatform.Edition11);

    /// <summary>
    /// Gets the editions in which no issue is an error, such as <c>1.1 2.3 3.0</c>; empty if there is none, or not everything was checked.
    /// </summary>
    public string AcceptedBy { get; internal init; } = "";

    /// <summary>Gets the layout found.</summary>
    public DqLayout Layout { get; internal init; }

    /// <summary>What the labels are for.</summary>
    public DqTask Task { get; internal init; }

    /// <summary>Gets the number of images the layout holds.</summary>
    public long Images { get; internal init; }

    /// <summary>Gets the number of labels: rows of label.csv that could be read, or images in class folders.</summary>
    public long Labels { get; internal init; }

    /// <summary>Gets the number of classes.</summary>
    public int Classes { get; internal init; }

    /// <summary>Gets the number of studies: folders, or distinct Study Instance UIDs.</summary>
    public int Studies { get; internal init; }

    /// <summary>Gets the number of series: folders, or distinct Series Instance UIDs.</summary>
    public int Series { get; internal init; }

    /// <summary>Gets the number of issues that are errors.</summary>
    public int Errors { get; internal init; }

    /// <summary>Gets the number of issues that are warnings.</summary>
    public int Warnings { get; internal init; }

    /// <summary>Gets the number of issues that are information.</summary>
    public int Information { get; internal init; }

    /// <summary>Gets the number of issues the settings exclude: they count nowhere else and are not among <see cref="Issues"/>.</summary>
    public int Suppressed { get; internal init; }

    /// <summary>Gets the number of issues the baseline knows: they count nowhere else and are not among <see cref="Issues"/>.</summary>
    public int Known { get; internal init; }

    /// <summary>How much was read.</summary>
    public DqLevel Level { get; internal init; }

    /// <summary>Gets the classes that the model does not know; empty if it knows all, and where no model was named.</summary>
    public DqStringList UnknownClasses { get; internal init; } = DqStringList.Empty;

    /// <summary>What of the dataset no rule looks at yet; null if everything was checked.</summary>
    public string? NotChecked { get; internal init; }

    /// <summary>
    /// What the privacy rules saw in headers and names: <c>no identifying header found</c>, or how many of their rules found some. That is
    /// never a claim that the data is anonymous: pixels and free names are not looked at. Null where headers were not read or those rules
    /// left out.
    /// </summary>
    public string? Privacy { get; internal init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>Gets the findings, by rule id, path and line.</summary>
    public DqIssueCollection Issues { get; internal init; } = DqIssueCollection.Empty;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Dataset}: {(Passed ? "accepted" : NotChecked is not null && Errors == 0 ? "unchecked" : "rejected")}";
}
