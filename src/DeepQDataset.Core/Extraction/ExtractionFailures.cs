namespace DeepQDataset.Extraction;

/// <summary>Collects failures from all threads and returns them in the order of the zip's directory.</summary>
internal sealed class ExtractionFailures
{
    private readonly List<(int Index, DatasetException Failure)> _failures = [];

    /// <summary>Adds a failure.</summary>
    /// <param name="index">The index of the entry in the directory.</param>
    /// <param name="failure">The error.</param>
    public void Add(int index, DatasetException failure)
    {
        lock (_failures)
        {
            _failures.Add((index, failure));
        }
    }

    /// <summary>Returns all failures in order.</summary>
    public DatasetException[] ToArray()
    {
        lock (_failures)
        {
            return _failures.OrderBy(failure => failure.Index).Select(failure => failure.Failure).ToArray();
        }
    }
}
