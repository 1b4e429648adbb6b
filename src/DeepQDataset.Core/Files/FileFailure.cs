namespace DeepQDataset.Files;

/// <summary>Tells failures of the file system and of stored content from errors of the program.</summary>
internal static class FileFailure
{
    /// <summary>Whether the file system failed: a file or folder is gone, in use or not accessible, or the device failed.</summary>
    public static bool IsAccess(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>Whether content could not be read: the file system failed, or what holds the content is damaged.</summary>
    public static bool IsReading(Exception exception) => IsAccess(exception) || exception is InvalidDataException;
}
