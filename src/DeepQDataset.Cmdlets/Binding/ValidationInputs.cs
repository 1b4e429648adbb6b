using System.Globalization;
using DeepQDataset.Commands.Output;
using DeepQDataset.Settings;

namespace DeepQDataset.Commands.Binding;

/// <summary>
/// Reads the settings and the baseline of commands that test datasets. If a file cannot be used completely, the command ends before
/// anything is tested.
/// </summary>
/// <param name="command">The command.</param>
internal sealed class ValidationInputs(DqCmdlet command)
{
    /// <summary>Returns the default options with settings and the wording of this module; see <see cref="Settings"/>.</summary>
    public ValidationOptions Options(string? settingsPath) => Options(Settings(settingsPath));

    /// <summary>Returns the default options with settings and the wording of this module.</summary>
    public static ValidationOptions Options(ValidationSettings settings) =>
        new ValidationOptions { Wording = RemedyWords.Of }.With(settings);

    /// <summary>Reads settings and warns about expired exclusions; without a path, there are none.</summary>
    public ValidationSettings Settings(string? path)
    {
        if (path is null)
        {
            return ValidationSettings.None;
        }

        ValidationSettings settings = Read(path, SettingsFile.Read);
        DateOnly today = new ValidationOptions().Today;
        foreach (RuleExclusion exclusion in settings.Exclusions)
        {
            if (exclusion.Expires is DateOnly expired && exclusion.IsExpired(today))
            {
                string day = expired.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                command.WriteWarning(
                    $"'{path}': the exclusion of {exclusion} expired on {day} and no longer counts. Its reason was: {exclusion.Reason}");
            }
        }

        return settings;
    }

    /// <summary>Returns the edition with a name; null if there is none.</summary>
    public static DqPlatform? Platform(string? name) => DqPlatformName.TryParse(name, out DqPlatform platform) ? platform : null;

    /// <summary>Reads a baseline; without a path, there is none.</summary>
    public IssueBaseline? Baseline(string? path, CancellationToken cancellation) =>
        path is null ? null : Read(path, fullPath => IssueBaseline.Read(fullPath, cancellation));

    /// <summary>Reads the classes of a model; without a path, there are none.</summary>
    public IReadOnlySet<string>? Model(string? path) => path is null ? null : Read(path, ModelClasses.Read);

    /// <summary>Reports with -Verbose the issues of a result that do not count.</summary>
    public void TellOf(DqTestResult result)
    {
        if (result.Suppressed > 0 || result.Known > 0)
        {
            command.WriteVerbose(
                $"'{result.Path}': {result.Suppressed} findings are excluded by the settings, {result.Known} are known from the baseline.");
        }
    }

    private T Read<T>(string path, Func<string, T> read)
    {
        string fullPath = new PathResolver(command).RequiredFile(path);
        command.WriteVerbose($"Reading '{fullPath}'.");
        try
        {
            return read(fullPath);
        }
        catch (Exception exception) when (exception is DatasetException or IOException or UnauthorizedAccessException)
        {
            command.ThrowTerminatingError(ErrorRecords.From(exception, path));
            throw;
        }
    }
}
