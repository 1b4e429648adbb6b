namespace DeepQDataset.Bench.Fuzzing;

/// <summary>Damages a zip; the numbers are those of its records.</summary>
/// <param name="random">The random numbers; the same seed gives the same file.</param>
internal sealed class ZipMutator(Random random) : Mutator(random)
{
    /// <summary>Longer than any record's fixed part with the start of its extra fields.</summary>
    private const int RecordReach = 64;

    /// <inheritdoc/>
    protected override int FindNumber(byte[] bytes)
    {
        int record = FindRecord(bytes);
        return record + Random.Next(2, RecordReach);
    }

    /// <summary>Returns the next record from a random position. The end record is chosen in half of the cases.</summary>
    private int FindRecord(byte[] bytes)
    {
        int start = Random.Next(2) == 0 ? Random.Next(bytes.Length) : Math.Max(0, bytes.Length - Random.Next(200));
        int found = bytes.AsSpan(start).IndexOf("PK"u8);
        return found < 0 ? Math.Max(0, bytes.Length - RecordReach) : start + found;
    }
}
