namespace DeepQDataset.Files;

/// <summary>Distinguishes failures of the file system and of stored content from programming errors.</summary>
internal static class FileFailure
{
    /// <summary>
    /// Determines whether the file system failed: a file or folder does not exist, is in use or not accessible, or the device failed.
    /// </summary>
    public static bool IsAccess(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>Determines whether content could not be read: the file system failed, or the container of the content is damaged.</summary>
    public static bool IsReading(Exception exception) => IsAccess(exception) || exception is InvalidDataException;
}
