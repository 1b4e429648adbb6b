namespace DeepQDataset.Cmdlets.Tests.Engine;

/// <summary>What a script showed in <c>dq</c>.</summary>
/// <param name="Output">The lines of its output that are not blank.</param>
/// <param name="Error">The lines of its warnings and errors that are not blank.</param>
internal sealed record ScriptOutput(IReadOnlyList<string> Output, IReadOnlyList<string> Error);
