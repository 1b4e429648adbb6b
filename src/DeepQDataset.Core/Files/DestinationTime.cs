using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Files;

/// <summary>Gives files that were written the times of their sources.</summary>
internal static class DestinationTime
{
    /// <summary>Sets the time of last writing, where the file system knows such a time: the content is what counts.</summary>
    /// <param name="file">The file, all of it handed to the system.</param>
    /// <param name="lastWriteTimeUtc">The time; null for now.</param>
    public static void Set(SafeFileHandle file, DateTime? lastWriteTimeUtc)
    {
        try
        {
            if (lastWriteTimeUtc is DateTime time)
            {
                File.SetLastWriteTimeUtc(file, time);
            }
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception) || exception is ArgumentOutOfRangeException)
        {
            // It keeps the time at which it was written.
        }
    }
}
