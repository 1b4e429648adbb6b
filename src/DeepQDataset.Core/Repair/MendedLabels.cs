namespace DeepQDataset.Repair;

/// <summary>label.csv written afresh.</summary>
/// <param name="Bytes">The whole of it.</param>
/// <param name="Lines">For each of its lines, the 1-based line that it comes from.</param>
internal sealed record MendedLabels(byte[] Bytes, int[] Lines);
