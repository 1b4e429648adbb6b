using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Files;

/// <summary>Sets the times of written files to those of their sources.</summary>
internal static class DestinationTime
{
    /// <summary>Sets the time of the last write. Errors are ignored, since the content is what matters.</summary>
    /// <param name="file">The complete file.</param>
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
            // The file keeps the current time.
        }
    }
}
