using DeepQDataset.Files;

namespace DeepQDataset.Reporting;

/// <summary>Writes results as a report in the format of the file's extension.</summary>
public static class ReportWriter
{
    private static readonly IReportFormat[] Formats = [new CsvReport(), new JsonReport()];

    /// <summary>Gets the supported extensions with their dots.</summary>
    public static IReadOnlyList<string> Extensions { get; } = Formats.Select(format => format.Extension).ToArray();

    /// <summary>Writes a report to a temporary file beside the destination, which is renamed when it is complete.</summary>
    /// <param name="results">The results in order.</param>
    /// <param name="destination">The rooted path of the report.</param>
    /// <param name="overwrite">Indicates whether an existing file may be replaced.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests. Nothing is left behind.</param>
    /// <exception cref="DatasetException">
    /// The extension is not supported, the destination exists, access is denied, or the disk is full.
    /// </exception>
    public static void Write(
        IReadOnlyList<DqTestResult> results, string destination, bool overwrite, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(destination);
        IReportFormat format = FormatOf(destination);
        using AtomicFile file = AtomicFile.Create(destination, overwrite);
        format.Write(results, file.Stream, cancellation);
        cancellation.ThrowIfCancellationRequested();
        file.Commit();
    }

    private static IReportFormat FormatOf(string destination)
    {
        string extension = Path.GetExtension(destination);
        return Array.Find(Formats, format => format.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase))
            ?? throw new DatasetException(
                "UnknownReportFormat",
                DatasetErrorKind.InvalidArgument,
                $"'{destination}' has no extension of a report format; known are {string.Join(", ", Extensions)}.",
                destination);
    }
}
