namespace DeepQDataset;

/// <summary>Represents the result of a validation: whether the platform would accept a dataset, and the issues.</summary>
public sealed class DqTestResult
{
    internal DqTestResult()
    {
    }

    /// <summary>Gets the name of the dataset, which is that of the folder, or of the zip without <c>.zip</c>.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the full path of the folder or zip.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>
    /// Gets a value that indicates whether everything was checked and no issue reaches the severity that fails the dataset (Error by
    /// default) in <see cref="Platform"/>.
    /// </summary>
    public bool Passed { get; internal init; }

    /// <summary>Gets the edition of the platform for the result: <c>1.1</c>, <c>2.3</c> or <c>3.0</c>.</summary>
    public string Platform { get; internal init; } = DqPlatformName.Of(DqPlatform.Edition11);

    /// <summary>
    /// Gets the editions in which no issue is an error, such as <c>1.1 2.3 3.0</c>; empty if there are none, or not everything was checked.
    /// </summary>
    public string AcceptedBy { get; internal init; } = "";

    /// <summary>Gets the layout.</summary>
    public DqLayout Layout { get; internal init; }

    /// <summary>Gets the task of the labels.</summary>
    public DqTask Task { get; internal init; }

    /// <summary>Gets the number of images in the layout.</summary>
    public long Images { get; internal init; }

    /// <summary>Gets the number of labels: valid rows of label.csv, or images in class folders.</summary>
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

    /// <summary>
    /// Gets the number of issues that the settings exclude. They are not counted elsewhere and not in <see cref="Issues"/>.
    /// </summary>
    public int Suppressed { get; internal init; }

    /// <summary>Gets the number of issues in the baseline. They are not counted elsewhere and not in <see cref="Issues"/>.</summary>
    public int Known { get; internal init; }

    /// <summary>Gets the level of validation.</summary>
    public DqLevel Level { get; internal init; }

    /// <summary>Gets the classes that the model does not know; empty if it knows all, or no model was given.</summary>
    public DqStringList UnknownClasses { get; internal init; } = DqStringList.Empty;

    /// <summary>Gets the parts of the dataset that were not checked; null if everything was checked.</summary>
    public string? NotChecked { get; internal init; }

    /// <summary>
    /// Gets the findings of the privacy rules in headers and names: <c>no identifying header found</c>, or the number of rules with
    /// findings. This is not a claim that the data is anonymous: pixels and free text in names are not checked. Null if headers were not
    /// read or the privacy rules were excluded.
    /// </summary>
    public string? Privacy { get; internal init; }

    /// <summary>Gets the time that it took.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>Gets the issues, by rule id, path and line.</summary>
    public DqIssueCollection Issues { get; internal init; } = DqIssueCollection.Empty;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Dataset}: {(Passed ? "accepted" : NotChecked is not null && Errors == 0 ? "unchecked" : "rejected")}";
}
