namespace DeepQDataset.Cmdlets.Tests.Engine;

/// <summary>What a run of <c>dq</c> left.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">The lines of its output that are not blank.</param>
/// <param name="Error">The lines of its error that are not blank.</param>
internal sealed record HostOutput(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Error);
