using System.Management.Automation;
using DeepQDataset.Reporting;

namespace DeepQDataset.Commands.Output;

/// <summary>Creates the error records of all commands with consistent ids and categories.</summary>
internal static class ErrorRecords
{
    private const string ItemNotFoundId = "ItemNotFound";

    /// <summary>Creates the error of work on a path.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="path">The path.</param>
    public static ErrorRecord From(Exception exception, string? path) =>
        exception switch
        {
            DatasetException known => new ErrorRecord(
                known.Worded(RemedyWords.Of), known.ErrorId, Category(known.Kind), known.Target ?? path),
            FileNotFoundException or DirectoryNotFoundException => new ErrorRecord(
                exception, ItemNotFoundId, ErrorCategory.ObjectNotFound, path),
            UnauthorizedAccessException => new ErrorRecord(exception, "AccessDenied", ErrorCategory.PermissionDenied, path),
            IOException => new ErrorRecord(exception, "InputOutputFailed", ErrorCategory.ReadError, path),
            InvalidDataException => new ErrorRecord(exception, "InvalidData", ErrorCategory.InvalidData, path),
            _ => new ErrorRecord(exception, "Unexpected", ErrorCategory.NotSpecified, path),
        };

    /// <summary>Creates the error for a path that does not exist.</summary>
    public static ErrorRecord ItemNotFound(string? path) =>
        new(
            new ItemNotFoundException($"Cannot find path '{path}' because it does not exist."),
            ItemNotFoundId,
            ErrorCategory.ObjectNotFound,
            path);

    /// <summary>Creates the error for a path outside of the file system, such as <c>Env:</c>.</summary>
    public static ErrorRecord NotFileSystem(string path, string provider) =>
        From(
            new DatasetException(
                "NotFileSystem",
                DatasetErrorKind.InvalidArgument,
                $"'{path}' is in the provider {provider}; datasets are folders and zips of the file system."),
            path);

    /// <summary>Creates the error for a path that cannot be resolved: unknown drive or provider, invalid wildcard.</summary>
    public static ErrorRecord InvalidPath(Exception exception, string path) => exception switch
    {
        ItemNotFoundException => ItemNotFound(path),
        _ => new ErrorRecord(exception, "InvalidPath", ErrorCategory.InvalidArgument, path),
    };

    /// <summary>Creates the error for an id or name without a rule.</summary>
    public static ErrorRecord RuleNotFound(string id) => From(
        new DatasetException("RuleNotFound", DatasetErrorKind.NotFound, $"There is no rule '{id}'. Get-DqRule lists them all."), id);

    /// <summary>Creates the error for a dataset that is not written because of its errors.</summary>
    public static ErrorRecord DatasetHasErrors(DqTestResult result)
    {
        DqIssueCollection errors = new(result.Issues.Where(issue => issue.Severity == DqSeverity.Error));
        string mend = errors.Any(static issue => issue.Repairable)
            ? $", Repair-DqDataset -Platform {result.Platform} repairs what it can"
            : "";
        return From(
            new DatasetException(
                "DatasetHasErrors",
                DatasetErrorKind.InvalidData,
                $"'{result.Path}' has errors in edition {result.Platform} and is not written: {errors}. " +
                $"Get-DqIssue -Platform {result.Platform} lists them{mend}; -AllowErrors writes it all the same."),
            result.Path);
    }

    /// <summary>Creates the error for an existing destination.</summary>
    public static ErrorRecord DestinationExists(string destination) =>
        From(
            new DatasetException(
                "DestinationExists", DatasetErrorKind.AlreadyExists, $"'{destination}' exists already; -Force replaces it."),
            destination);

    /// <summary>Creates the error for a destination folder that is not empty.</summary>
    public static ErrorRecord FolderNotEmpty(string destination, string parts = "image, Classes and label.csv") => From(
        new DatasetException(
            "DestinationExists",
            DatasetErrorKind.AlreadyExists,
            $"'{destination}' exists already and is not empty; -Force replaces {parts} in it."),
        destination);

    /// <summary>Creates the error for two datasets of one command with the same destination.</summary>
    public static ErrorRecord DestinationTakenTwice(string destination) => From(
        new DatasetException(
            "DestinationTakenTwice",
            DatasetErrorKind.InvalidArgument,
            $"'{destination}' is already the destination of another dataset of this command; give an existing folder as "
            + $"-DestinationPath for several."),
        destination);

    /// <summary>Creates the error for two zips of one command with the same destination folder.</summary>
    public static ErrorRecord ArchivesMixed(string destination) => From(
        new DatasetException(
            "ArchivesMixed",
            DatasetErrorKind.InvalidArgument,
            $"Another zip of this command is unpacked into '{destination}' already; leave -DestinationPath out, or let it depend "
            + $"on the zip."),
        destination);

    /// <summary>Creates the error for labels that cannot be used, so that nothing is written.</summary>
    public static ErrorRecord LabelsRefused(long count, string destination) =>
        From(
            new DatasetException(
                "LabelsRefused",
                DatasetErrorKind.InvalidData,
                FormattableString.Invariant($"'{destination}' is not written: {count} labels cannot be used.")),
            destination);

    /// <summary>Creates the error for losses of a converter, which -Strict does not allow.</summary>
    public static ErrorRecord ConversionLosses(string path, string summary) =>
        From(
            new DatasetException(
                "ConversionLosses",
                DatasetErrorKind.InvalidData,
                $"Not everything in '{path}' could be converted: {summary}. -Verbose lists them."),
            path);

    /// <summary>Creates the error for counting patients with -LabelsOnly, which does not read headers.</summary>
    public static ErrorRecord PatientsNeedHeaders() =>
        From(
            new DatasetException(
                "PatientsNeedHeaders",
                DatasetErrorKind.InvalidArgument,
                "Patients are distinguished by the images' headers: leave -LabelsOnly out, or -By Patient."),
            path: null);

    /// <summary>Creates the error for an object in the pipeline that is neither a result nor a path.</summary>
    public static ErrorRecord NoResult(object item) => new(
        new DatasetException("NoResult", DatasetErrorKind.InvalidArgument, $"'{item}' is neither a test result nor a path."),
        "NoResult",
        ErrorCategory.InvalidArgument,
        item);

    /// <summary>Creates the error for the extension of a report without a format.</summary>
    public static ErrorRecord UnknownReportFormat(string destination) => From(
        new DatasetException(
            "UnknownReportFormat",
            DatasetErrorKind.InvalidArgument,
            $"The extension of '{destination}' names no report format; there are {string.Join(", ", ReportWriter.Extensions)}."),
        destination);

    private static ErrorCategory Category(DatasetErrorKind kind) => kind switch
    {
        DatasetErrorKind.InvalidArgument => ErrorCategory.InvalidArgument,
        DatasetErrorKind.InvalidData => ErrorCategory.InvalidData,
        DatasetErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        DatasetErrorKind.AlreadyExists => ErrorCategory.ResourceExists,
        DatasetErrorKind.AccessDenied => ErrorCategory.PermissionDenied,
        DatasetErrorKind.OutOfSpace => ErrorCategory.WriteError,
        _ => ErrorCategory.ReadError,
    };
}
