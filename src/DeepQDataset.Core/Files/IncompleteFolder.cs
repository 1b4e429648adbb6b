using System.Text;

namespace DeepQDataset.Files;

/// <summary>
/// Marks a folder while files are written to it one after the other, so that what an interrupted command leaves is not mistaken for a
/// complete dataset. The mark is a text file with the action, its source, and the names of the files and folders in the folder that it
/// writes.
/// </summary>
internal sealed class IncompleteFolder
{
    /// <summary>The file name of the mark.</summary>
    public const string MarkName = ".dq-incomplete";

    /// <summary>Stands for all names in a folder.</summary>
    public const string AllNames = "*";

    // A longer file was not written by this class; the folder counts as incomplete anyway.
    private const int LongestMark = 1 << 20;

    private readonly string _mark;

    private IncompleteFolder(string mark) => _mark = mark;

    /// <summary>Marks a folder. The mark of an earlier action is replaced.</summary>
    /// <param name="folder">The rooted path of an existing folder.</param>
    /// <param name="action">The action that writes to the folder, and that completes it if it is performed again.</param>
    /// <param name="source">The rooted path of the source.</param>
    /// <param name="names">The names of the files and folders in the folder that are written, or <see cref="AllNames"/>.</param>
    /// <exception cref="DatasetException">Access is denied, or the disk is full.</exception>
    public static IncompleteFolder Mark(string folder, RemedyAction action, string source, IEnumerable<string> names)
    {
        string mark = Path.Combine(folder, MarkName);
        using AtomicFile file = AtomicFile.Create(mark, overwrite: true);
        file.Stream.Write(Encoding.UTF8.GetBytes(string.Join('\n', [action.ToString(), Line(source), .. names]) + '\n'));
        file.Commit();
        return new IncompleteFolder(mark);
    }

    /// <summary>Returns a value that indicates whether a path is that of a mark.</summary>
    /// <param name="path">A relative path with <c>/</c> as separator.</param>
    public static bool IsMark(string path) =>
        path.EndsWith(MarkName, StringComparison.Ordinal) && (path.Length == MarkName.Length || path[^(MarkName.Length + 1)] == '/');

    /// <summary>Removes the mark.</summary>
    /// <exception cref="DatasetException">The mark cannot be removed.</exception>
    public void Complete()
    {
        try
        {
            File.Delete(_mark);
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, _mark);
        }
    }

    /// <summary>Throws if a folder is marked, or is a part of the dataset in a marked folder.</summary>
    /// <param name="folder">The rooted path of the folder.</param>
    /// <exception cref="DatasetException">The folder is incomplete.</exception>
    public static void Refuse(string folder)
    {
        string inside = Path.TrimEndingDirectorySeparator(folder);
        string? name = null;
        for (string? around = inside; around is not null; name = Path.GetFileName(around), around = Path.GetDirectoryName(around))
        {
            string mark = Path.Combine(around, MarkName);
            if (!File.Exists(mark))
            {
                continue;
            }

            string[] lines = Read(mark);
            if (name is null || lines.Skip(2).Any(line => line == AllNames || line.Equals(name, RealPath.Comparison)))
            {
                throw Incomplete(folder, mark, lines);
            }
        }
    }

    /// <summary>Creates the exception for a folder that contains a mark.</summary>
    /// <param name="folder">The rooted path of the folder.</param>
    /// <param name="relativeMark">The path of the mark relative to the folder.</param>
    public static DatasetException Incomplete(string folder, string relativeMark)
    {
        string mark = Path.Join(folder, relativeMark);
        return Incomplete(folder, mark, Read(mark));
    }

    private static DatasetException Incomplete(string folder, string mark, string[] lines)
    {
        string source = lines.Length > 1 && lines[1].Length > 0 ? $"'{lines[1]}'" : "something";
        RemedyText problem = lines.FirstOrDefault() switch
        {
            nameof(RemedyAction.ConvertStudies) => Restartable("converting", source, RemedyAction.ConvertStudies),
            nameof(RemedyAction.Protect) => Restartable("de-identifying", source, RemedyAction.Protect),
            _ => Resumable(source),
        };
        return new DatasetException(
            "DatasetIncomplete",
            DatasetErrorKind.InvalidData,
            $"'{folder}' is incomplete: {problem} To use the folder as it is, delete '{mark}'.",
            folder);
    }

    private static RemedyText Resumable(string source) =>
        $"unpacking {source} has not ended. {Remedy.Of(RemedyAction.Unpack)} goes on where it stopped.";

    private static RemedyText Restartable(string what, string source, RemedyAction action) =>
        $"{what} {source} has not ended. {Remedy.Of(action)} with {Remedy.Of(RemedyAction.Overwrite)} does it again.";

    /// <summary>Replaces line breaks, which names may have on Unix.</summary>
    private static string Line(string path) => path.ReplaceLineEndings(" ");

    private static string[] Read(string mark)
    {
        try
        {
            FileInfo file = new(mark);
            return file.Exists && file.Length <= LongestMark ? File.ReadAllLines(mark) : [];
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception))
        {
            return [];
        }
    }
}
