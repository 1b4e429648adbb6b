namespace DeepQDataset;

/// <summary>Whether the platform would accept a dataset, and what speaks against it.</summary>
public sealed class DqTestResult
{
    internal DqTestResult()
    {
    }

    /// <summary>The dataset's name: the folder's, or the zip's without <c>.zip</c>.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>The full path of the folder or zip.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Whether it was checked whole and no issue reaches the severity that fails it (Error unless chosen otherwise) in <see cref="Platform"/>.</summary>
    public bool Passed { get; internal init; }

    /// <summary>The platform's edition that the result speaks of: <c>1.1</c>, <c>2.3</c> or <c>3.0</c>.</summary>
    public string Platform { get; internal init; } = DqPlatformName.Of(DqPlatform.Edition11);

    /// <summary>
    /// The editions in which no issue is an error, such as <c>1.1 2.3 3.0</c>; empty where there is none, or not everything was checked.
    /// </summary>
    public string AcceptedBy { get; internal init; } = "";

    /// <summary>The layout found.</summary>
    public DqLayout Layout { get; internal init; }

    /// <summary>What the labels are for.</summary>
    public DqTask Task { get; internal init; }

    /// <summary>How many images the layout holds.</summary>
    public long Images { get; internal init; }

    /// <summary>How many labels: rows of label.csv that could be read, or images in class folders.</summary>
    public long Labels { get; internal init; }

    /// <summary>How many classes.</summary>
    public int Classes { get; internal init; }

    /// <summary>How many studies: folders, or distinct Study Instance UIDs.</summary>
    public int Studies { get; internal init; }

    /// <summary>How many series: folders, or distinct Series Instance UIDs.</summary>
    public int Series { get; internal init; }

    /// <summary>How many issues are errors.</summary>
    public int Errors { get; internal init; }

    /// <summary>How many issues are warnings.</summary>
    public int Warnings { get; internal init; }

    /// <summary>How many issues are information.</summary>
    public int Information { get; internal init; }

    /// <summary>How many issues the settings exclude: they count nowhere else and are not among <see cref="Issues"/>.</summary>
    public int Suppressed { get; internal init; }

    /// <summary>How many issues the baseline knows: they count nowhere else and are not among <see cref="Issues"/>.</summary>
    public int Known { get; internal init; }

    /// <summary>How much was read.</summary>
    public DqLevel Level { get; internal init; }

    /// <summary>The classes that the model does not know; empty where it knows all, and where no model was named.</summary>
    public DqStringList UnknownClasses { get; internal init; } = DqStringList.Empty;

    /// <summary>What of the dataset no rule looks at yet; null when everything was checked.</summary>
    public string? NotChecked { get; internal init; }

    /// <summary>
    /// What the privacy rules saw in headers and names: <c>no identifying header found</c>, or how many of their rules found some. That is never
    /// a claim that the data are anonymous: pixels and free names are not looked at. Null where headers were not read or those rules left
    /// out.
    /// </summary>
    public string? Privacy { get; internal init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>The findings, by rule id, path and line.</summary>
    public DqIssueCollection Issues { get; internal init; } = DqIssueCollection.Empty;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Dataset}: {(Passed ? "accepted" : NotChecked is not null && Errors == 0 ? "unchecked" : "rejected")}";
}
