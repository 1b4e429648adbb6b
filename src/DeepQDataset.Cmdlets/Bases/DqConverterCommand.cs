using DeepQDataset.Conversion;
using DeepQDataset.Work;

namespace DeepQDataset.Commands.Bases;

/// <summary>Represents a command that converts the annotations of each path into labels.</summary>
public abstract class DqConverterCommand : DqConversionCommand
{
    /// <summary>Creates the labels of one path; called on another thread.</summary>
    /// <param name="fullPath">The rooted path.</param>
    /// <param name="log">Receives losses.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    private protected abstract IEnumerable<DqLabel> Convert(
        string fullPath, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation);

    private protected override void ProcessPath(string fullPath)
    {
        WriteVerbose($"Converting the annotations of '{fullPath}'.");
        Convert(fullPath, (log, progress, cancellation) => Convert(fullPath, log, progress, cancellation));
    }
}
