using System.Management.Automation;

namespace DeepQDataset.Commands;

/// <summary>Makes the error records of all commands, so that ids and categories stay the same everywhere.</summary>
internal static class ErrorRecords
{
    /// <summary>The error of work on a path that could not be done.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="path">The path it was about.</param>
    public static ErrorRecord From(Exception exception, string? path) => exception switch
    {
        DatasetException known => new ErrorRecord(known, known.ErrorId, Category(known.Kind), known.Target ?? path),
        FileNotFoundException or DirectoryNotFoundException => ItemNotFound(path),
        UnauthorizedAccessException => new ErrorRecord(exception, "AccessDenied", ErrorCategory.PermissionDenied, path),
        IOException => new ErrorRecord(exception, "InputOutputFailed", ErrorCategory.ReadError, path),
        InvalidDataException => new ErrorRecord(exception, "InvalidData", ErrorCategory.InvalidData, path),
        _ => new ErrorRecord(exception, "Unexpected", ErrorCategory.NotSpecified, path),
    };

    /// <summary>Nothing is at a path.</summary>
    public static ErrorRecord ItemNotFound(string? path) => new(
        new ItemNotFoundException($"Cannot find path '{path}' because it does not exist."), "ItemNotFound", ErrorCategory.ObjectNotFound, path);

    /// <summary>A path leads to something other than the file system, such as <c>Env:</c>.</summary>
    public static ErrorRecord NotFileSystem(string path, string provider) => From(
        new DatasetException(
            "NotFileSystem", DatasetErrorKind.InvalidArgument, $"'{path}' is in the provider {provider}; datasets are folders and zips of the file system."),
        path);

    /// <summary>A path cannot be resolved at all: unknown drive or provider, invalid wildcard.</summary>
    public static ErrorRecord InvalidPath(Exception exception, string path) => exception switch
    {
        ItemNotFoundException => ItemNotFound(path),
        _ => new ErrorRecord(exception, "InvalidPath", ErrorCategory.InvalidArgument, path),
    };

    /// <summary>No rule has an id or name.</summary>
    public static ErrorRecord RuleNotFound(string id) => From(
        new DatasetException("RuleNotFound", DatasetErrorKind.NotFound, $"There is no rule '{id}'. Get-DqRule lists them all."), id);

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
