namespace DeepQDataset.Extraction;

/// <summary>Gathers from any thread what was not written, and gives it in the order of the zip's directory.</summary>
internal sealed class ExtractionFailures
{
    private readonly List<(int Index, DatasetException Failure)> _failures = [];

    /// <summary>Adds one.</summary>
    /// <param name="index">The place in the directory of the entry it is about.</param>
    /// <param name="failure">What is wrong.</param>
    public void Add(int index, DatasetException failure)
    {
        lock (_failures)
        {
            _failures.Add((index, failure));
        }
    }

    /// <summary>All of them, in order.</summary>
    public DatasetException[] ToArray()
    {
        lock (_failures)
        {
            return _failures.OrderBy(failure => failure.Index).Select(failure => failure.Failure).ToArray();
        }
    }
}
