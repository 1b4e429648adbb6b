namespace DeepQDataset.Files;

/// <summary>Asks how much room there is before anything is written.</summary>
internal static class DestinationSpace
{
    /// <summary>Refuses to write what will not fit.</summary>
    /// <param name="folder">An existing folder of the file system that is written to.</param>
    /// <param name="destination">What is to be written, for the message.</param>
    /// <param name="atLeastBytes">How many bytes it will have at the least.</param>
    /// <exception cref="DatasetException">The file system has fewer free.</exception>
    public static void Check(string folder, string destination, long atLeastBytes)
    {
        if (atLeastBytes > 0 && FreeSpace(folder) is long free && free < atLeastBytes)
        {
            throw new DatasetException(
                "DestinationOutOfSpace",
                DatasetErrorKind.OutOfSpace,
                FormattableString.Invariant($"'{destination}' needs at least {atLeastBytes:N0} bytes, but only {free:N0} are free there."),
                destination);
        }
    }

    /// <summary>
    /// How many bytes this user may still write in a folder; null where the system does not say (network paths on Windows).
    /// </summary>
    private static long? FreeSpace(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception) || exception is ArgumentException)
        {
            return null;
        }
    }
}
