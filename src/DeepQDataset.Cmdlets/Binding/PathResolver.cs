using System.Management.Automation;
using DeepQDataset.Commands.Output;

namespace DeepQDataset.Commands.Binding;

/// <summary>
/// Resolves paths of users (drives, <c>~</c>, wildcards, relative to the location of the session) to paths of the file system.
/// </summary>
/// <param name="command">The command, whose session resolves the paths and which reports errors.</param>
internal sealed class PathResolver(DqCmdlet command)
{
    /// <summary>Resolves wildcards. A missing path is an error, a wildcard without a match a warning; the others are returned.</summary>
    public IEnumerable<string> Wildcard(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            foreach (string resolved in Wildcard(path))
            {
                yield return resolved;
            }
        }
    }

    /// <summary>Resolves paths as they are written. A missing path is an error; the others are returned.</summary>
    public IEnumerable<string> Literal(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            if (Destination(path) is not string resolved)
            {
                continue;
            }

            if (Exists(resolved))
            {
                yield return resolved;
            }
            else
            {
                command.WriteError(ErrorRecords.ItemNotFound(path));
            }
        }
    }

    /// <summary>Resolves a path as it is written, whether it exists or not.</summary>
    /// <returns>The rooted path; null if it is not in the file system, which is reported as an error.</returns>
    public string? Destination(string path)
    {
        try
        {
            string resolved = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            if (IsFileSystem(provider))
            {
                return resolved;
            }

            command.WriteError(ErrorRecords.NotFileSystem(path, provider.Name));
        }
        catch (Exception exception) when (IsPathProblem(exception))
        {
            command.WriteError(ErrorRecords.InvalidPath(exception, path));
        }

        return null;
    }

    /// <summary>Resolves the path of a required file. If it does not exist, the command ends.</summary>
    public string RequiredFile(string path)
    {
        try
        {
            string resolved = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            if (!IsFileSystem(provider))
            {
                command.ThrowTerminatingError(ErrorRecords.NotFileSystem(path, provider.Name));
            }

            if (!File.Exists(resolved))
            {
                command.ThrowTerminatingError(ErrorRecords.ItemNotFound(path));
            }

            return resolved;
        }
        catch (Exception exception) when (IsPathProblem(exception))
        {
            command.ThrowTerminatingError(ErrorRecords.InvalidPath(exception, path));
            throw;
        }
    }

    private string[] Wildcard(string path)
    {
        try
        {
            string[] resolved = command.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider).ToArray();
            if (!IsFileSystem(provider))
            {
                command.WriteError(ErrorRecords.NotFileSystem(path, provider.Name));
                return [];
            }

            if (resolved.Length == 0)
            {
                WarnOfNoMatch(path);
            }

            Array.Sort(resolved, StringComparer.Ordinal);
            return resolved;
        }
        catch (Exception exception) when (IsPathProblem(exception))
        {
            command.WriteError(ErrorRecords.InvalidPath(exception, path));
            return [];
        }
    }

    private void WarnOfNoMatch(string path)
    {
        string literal = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
        command.WriteWarning(Exists(literal)
            ? $"'{path}' matches nothing as a wildcard, but something has exactly this name: use -LiteralPath."
            : $"'{path}' matches nothing.");
    }

    private static bool IsFileSystem(ProviderInfo provider) => string.Equals(provider.Name, "FileSystem", StringComparison.Ordinal);

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    private static bool IsPathProblem(Exception exception) =>
        exception
            is ItemNotFoundException
                or System.Management.Automation.DriveNotFoundException
                or ProviderNotFoundException
                or ProviderInvocationException
                or PSArgumentException
                or PSInvalidOperationException
                or PSNotSupportedException
                or WildcardPatternException
                or NotSupportedException
                or IOException
                or UnauthorizedAccessException;
}
