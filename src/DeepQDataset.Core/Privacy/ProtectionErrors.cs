using DeepQDataset.Imaging;

namespace DeepQDataset.Privacy;

/// <summary>Creates the errors for files that are not copied.</summary>
internal static class ProtectionErrors
{
    /// <summary>Creates the error for a damaged file.</summary>
    public static DatasetException Unreadable(ProtectionInput input, ImageProblem problem) => new(
        "DicomUnreadable",
        DatasetErrorKind.InvalidData,
        FormattableString.Invariant(
            $"'{input.Display}' cannot be read completely and is not copied: {problem.Detail} (at byte {problem.Offset})."),
        input.Location.Path);

    /// <summary>Creates the error for a file that cannot be opened or read.</summary>
    public static DatasetException NotOpened(ProtectionInput input, Exception exception) => new(
        "DicomNotOpened",
        exception is UnauthorizedAccessException ? DatasetErrorKind.AccessDenied : DatasetErrorKind.InputOutput,
        $"'{input.Display}' cannot be read and is not copied: {exception.Message}",
        input.Location.Path,
        exception);

    /// <summary>Creates the error for two files of one run with the same name.</summary>
    public static DatasetException NameTaken(ProtectionInput input, string destination, bool keepsNames)
    {
        RemedyText reason = keepsNames
            ? "has the same name; give it another destination"
            : (RemedyText)($"has the same SOP Instance UID; "
                + $"where they are different images, {Remedy.Of(RemedyAction.KeepNames)} keeps them apart");
        return new DatasetException(
            "DestinationTakenTwice",
            DatasetErrorKind.AlreadyExists,
            $"'{input.Display}' is not copied: another file of this command, which has become '{destination}', {reason}.",
            input.Location.Path);
    }

    /// <summary>Creates the error for a destination that is the source.</summary>
    public static DatasetException IsSource(string destination, string source) => new(
        "DestinationIsSource",
        DatasetErrorKind.InvalidArgument,
        $"'{destination}' is '{source}' or lies in it, and sources are never written to; choose another folder.",
        destination);
}
