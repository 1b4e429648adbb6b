namespace DeepQDataset.TestKit.Platform;

/// <summary>A record that the platform's reader leaves out.</summary>
/// <param name="Line">The line on which it starts, 1-based.</param>
/// <param name="Reason">Why.</param>
public sealed record PlatformDrop(int Line, string Reason);
