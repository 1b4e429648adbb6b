namespace DeepQDataset.TestKit;

/// <summary>What a run of another program left.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">All it wrote to its output.</param>
/// <param name="Error">All it wrote to its error.</param>
public sealed record ProgramOutput(int ExitCode, string Output, string Error);
