using System.Globalization;
using DeepQDataset.Commands.Output;
using DeepQDataset.Privacy;

namespace DeepQDataset.Commands;

/// <content>The processing of files. Files of the pipeline are collected, so that several are processed at a time.</content>
public sealed partial class ProtectDqDicomCommand
{
    /// <summary>The number of files to process together.</summary>
    private const int BatchSize = 128;

    private readonly List<string> _files = [];
    private readonly Dictionary<string, long> _warnings = new(StringComparer.Ordinal);
    private long _leftOut;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ProtectFiles();
        if (_leftOut > 0)
        {
            string files = _leftOut == 1 ? "1 file was" : string.Create(CultureInfo.InvariantCulture, $"{_leftOut} files were");
            WriteWarning($"{files} not copied: no DICOM, or a DICOMDIR; -Verbose lists them.");
        }

        foreach ((string warning, long count) in _warnings.Where(warning => warning.Value > 1))
        {
            WriteWarning(string.Create(CultureInfo.InvariantCulture, $"{count} copies in all: {warning}"));
        }
    }

    private protected override void ProcessPath(string fullPath)
    {
        if (_protector is null || !ShouldProcess(fullPath, $"De-identify into '{_destination}'"))
        {
            return;
        }

        if (File.Exists(fullPath) && !fullPath.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            _files.Add(fullPath);
            if (_files.Count == BatchSize)
            {
                ProtectFiles();
            }

            return;
        }

        ProtectFiles();
        TryStream(fullPath, (progress, cancellation) => _protector.Protect(fullPath, progress, cancellation), Emit);
    }

    private void ProtectFiles()
    {
        if (_files.Count > 0)
        {
            string[] files = _files.ToArray();
            _files.Clear();
            TryStream(_destination, (progress, cancellation) => _protector!.Protect(files, progress, cancellation), Emit);
        }
    }

    private void Emit(ProtectionOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            WriteError(ErrorRecords.From(failure, outcome.Path));
        }
        else if (outcome.LeftOut is string reason)
        {
            _leftOut++;
            WriteVerbose($"'{outcome.Path}' is not copied: {reason}.");
        }
        else if (outcome.Protection is { } protection)
        {
            foreach (string warning in protection.Warnings)
            {
                Warn(protection.DestinationPath, warning);
            }

            WriteObject(protection);
        }
    }

    /// <summary>
    /// Writes each kind of warning for the first file, and their number at the end; the object of each file has all of them.
    /// </summary>
    private void Warn(string destination, string warning)
    {
        long count = _warnings.GetValueOrDefault(warning);
        _warnings[warning] = count + 1;
        if (count == 0)
        {
            WriteWarning($"'{destination}': {warning}");
        }
    }
}
