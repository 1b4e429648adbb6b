namespace DeepQDataset.Files;

/// <summary>Checks the free space before anything is written.</summary>
internal static class DestinationSpace
{
    /// <summary>Throws an exception if the disk has too little free space.</summary>
    /// <param name="folder">An existing folder of the file system.</param>
    /// <param name="destination">The path to use in messages.</param>
    /// <param name="atLeastBytes">The minimum number of bytes to write.</param>
    /// <exception cref="DatasetException">The file system has less free space.</exception>
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
    /// Returns the number of bytes that the user can write in a folder; null if it is unknown (network paths on Windows).
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
