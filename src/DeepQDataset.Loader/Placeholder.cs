namespace DeepQDataset.Loader;

internal static class Placeholder;
