namespace DeepQDataset.Reporting;

/// <summary>Writes results in one format. Implementations keep no state.</summary>
internal interface IReportFormat
{
    /// <summary>The file extension it goes by, with its dot, in lower case.</summary>
    string Extension { get; }

    /// <summary>Writes a whole report.</summary>
    /// <param name="results">The results, in the order in which they are to stand.</param>
    /// <param name="destination">Written forward only; it stays open.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    void Write(IReadOnlyList<DqTestResult> results, Stream destination, CancellationToken cancellation);
}
