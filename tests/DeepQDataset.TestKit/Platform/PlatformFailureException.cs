namespace DeepQDataset.TestKit.Platform;

/// <summary>The platform's reader stops, and uses nothing of the dataset.</summary>
internal sealed class PlatformFailureException(string message) : Exception(message);
