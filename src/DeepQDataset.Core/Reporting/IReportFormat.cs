namespace DeepQDataset.Reporting;

/// <summary>Writes results in one format. Implementations are stateless.</summary>
internal interface IReportFormat
{
    /// <summary>Gets the file extension with its dot, in lower case.</summary>
    string Extension { get; }

    /// <summary>Writes a whole report.</summary>
    /// <param name="results">The results in order.</param>
    /// <param name="destination">The stream, which is written forward only; it stays open.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    void Write(IReadOnlyList<DqTestResult> results, Stream destination, CancellationToken cancellation);
}
