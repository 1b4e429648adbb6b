using System.Runtime.InteropServices;
using DeepQDataset.Building.Content;
using DeepQDataset.Files;

namespace DeepQDataset.Building.Folders;

/// <summary>Makes links to image files.</summary>
internal static class FileLink
{
    private const int UnixCrossDevice = 18; // EXDEV
    private const int WindowsNotSameDevice = 17; // ERROR_NOT_SAME_DEVICE
    private const int UnixNoEntry = 2;
    private const int WindowsNotFound = 2;

    /// <summary>Creates a link.</summary>
    /// <param name="kind">The kind of link, hard or symbolic.</param>
    /// <param name="content">The image, which must be a file on disk.</param>
    /// <param name="path">The path of the new link.</param>
    /// <param name="target">The path to use in messages.</param>
    /// <exception cref="DatasetException">
    /// The image is in a zip or on another volume, does not exist, or the system does not support such links.
    /// </exception>
    public static void Make(ImageLink kind, EntryContent content, string path, string target)
    {
        if (content is not StoredContent { FilePath: string file })
        {
            throw new DatasetException("LinkNeedsFile", DatasetErrorKind.InvalidArgument,
                $"'{content.Location}' is not a file of its own, so there can be no link to it; "
                    + $"leave {Remedy.Of(RemedyAction.Link)} out, and it is copied.",
                content.Location);
        }

        string? source = FinalTarget(file);
        if (source is null)
        {
            throw new DatasetException("SourceGone", DatasetErrorKind.NotFound, $"'{file}' is no longer there.", file);
        }

        if (kind == ImageLink.Hard)
        {
            MakeHard(source, path, target);
            return;
        }

        try
        {
            File.CreateSymbolicLink(path, source);
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception))
        {
            throw Refused(kind, source, target, exception.Message, exception);
        }
    }

    /// <summary>Returns the file that a link leads to: a hard link to a link would be a link again.</summary>
    private static string? FinalTarget(string file)
    {
        try
        {
            return !File.Exists(file) ? null : File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void MakeHard(string source, string path, string target)
    {
        bool isMade = OperatingSystem.IsWindows() ? CreateHardLinkW(path, source, 0) : Link(source, path) == 0;
        if (isMade)
        {
            return;
        }

        int error = Marshal.GetLastPInvokeError();
        if (error == (OperatingSystem.IsWindows() ? WindowsNotSameDevice : UnixCrossDevice))
        {
            throw new DatasetException("LinkAcrossVolumes", DatasetErrorKind.InvalidArgument,
                $"'{target}' would lie on another volume than '{source}', where no hard link reaches; "
                    + $"use {Remedy.Of(RemedyAction.LinkSymbolic)}, or leave {Remedy.Of(RemedyAction.Link)} out to copy.",
                target);
        }

        throw error == (OperatingSystem.IsWindows() ? WindowsNotFound : UnixNoEntry)
            ? new DatasetException("SourceGone", DatasetErrorKind.NotFound, $"'{source}' is no longer there.", source)
            : Refused(ImageLink.Hard, source, target, Marshal.GetPInvokeErrorMessage(error), null);
    }

    private static DatasetException Refused(ImageLink kind, string source, string target, string reason, Exception? inner) => new(
        "LinkNotMade", DatasetErrorKind.AccessDenied,
        $"No {(kind == ImageLink.Hard ? "hard" : "symbolic")} link '{target}' to '{source}' could be made: "
            + $"{reason.TrimEnd('.')}. Leave {Remedy.Of(RemedyAction.Link)} out to copy.",
        target, inner);

    [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateHardLinkW(string path, string existing, nint securityAttributes);

    [DllImport("libc", EntryPoint = "link", SetLastError = true, ExactSpelling = true, BestFitMapping = false, ThrowOnUnmappableChar = true
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string path);
}
