namespace DeepQDataset.Files;

/// <summary>Explains to users why a file could not be written.</summary>
internal static class DestinationErrors
{
    // The runtime stores the operating system's error number in HResult: a Win32 code with facility 7 on Windows, errno elsewhere.
    private const int WindowsAccessIsShared = unchecked((int)0x80070020);
    private const int WindowsAccessIsLocked = unchecked((int)0x80070021);
    private const int WindowsWriteProtected = unchecked((int)0x80070013);
    private const int WindowsFileTooLarge = unchecked((int)0x800700DF);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int UnixNoSpace = 28;
    private const int UnixReadOnlyFileSystem = 30;
    private const int LinuxQuotaExceeded = 122;
    private const int MacQuotaExceeded = 69;

    /// <summary>Determines whether <see cref="Translate"/> supports an exception.</summary>
    public static bool CanTranslate(Exception exception) =>
        FileFailure.IsAccess(exception) || exception is ArgumentOutOfRangeException;

    /// <summary>Translates an exception of the file system into a <see cref="DatasetException"/>.</summary>
    /// <param name="exception">An exception that <see cref="CanTranslate"/> accepts.</param>
    /// <param name="destination">The file to write.</param>
    public static DatasetException Translate(Exception exception, string destination) => exception switch
    {
        UnauthorizedAccessException => AccessDenied(destination, exception),
        ArgumentOutOfRangeException => TooLarge(destination, exception), // how the runtime reports EFBIG
        PathTooLongException => new DatasetException(
            "DestinationNameTooLong", DatasetErrorKind.InvalidArgument, $"'{destination}' is too long a path for this file system.",
            destination, exception),
        _ => FromNumber(exception, destination),
    };

    /// <summary>Creates the error for a destination that is not a rooted path.</summary>
    public static DatasetException NotRooted(string destination) =>
        new("DestinationNotRooted", DatasetErrorKind.InvalidArgument, $"'{destination}' is not a full path.", destination);

    private static DatasetException FromNumber(Exception exception, string destination) => exception.HResult switch
    {
        WindowsDiskFull or WindowsHandleDiskFull => NoSpace(destination, exception),
        UnixNoSpace or LinuxQuotaExceeded or MacQuotaExceeded when !OperatingSystem.IsWindows() => NoSpace(destination, exception),
        WindowsWriteProtected => AccessDenied(destination, exception),
        UnixReadOnlyFileSystem when !OperatingSystem.IsWindows() => AccessDenied(destination, exception),
        WindowsFileTooLarge => TooLarge(destination, exception),
        WindowsAccessIsShared or WindowsAccessIsLocked => new DatasetException(
            "DestinationInUse", DatasetErrorKind.AccessDenied, $"'{destination}' is in use by another program.", destination, exception),
        _ => new DatasetException(
            "DestinationNotWritten", DatasetErrorKind.InputOutput, $"'{destination}' could not be written: {exception.Message}",
            destination, exception),
    };

    private static DatasetException AccessDenied(string destination, Exception exception) => new(
        "DestinationAccessDenied", DatasetErrorKind.AccessDenied, $"Access is denied: '{destination}' cannot be written.", destination,
        exception);

    private static DatasetException NoSpace(string destination, Exception exception) => new(
        "DestinationOutOfSpace", DatasetErrorKind.OutOfSpace, $"There is no space left to write '{destination}'.", destination, exception);

    private static DatasetException TooLarge(string destination, Exception exception) => new(
        "DestinationTooLarge", DatasetErrorKind.OutOfSpace,
        $"The file system does not take a file as large as '{destination}' would be (FAT32 ends at 4 GiB).", destination, exception);
}
