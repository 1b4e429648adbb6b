namespace DeepQDataset.Commands;

internal static class Placeholder;
