using DeepQDataset.Validation;

namespace DeepQDataset.Building;

/// <summary>Tells how many bytes of a plan were written, once a mebibyte, so that telling costs nothing beside the work.</summary>
/// <param name="activity">What is being done.</param>
/// <param name="total">How many bytes there are.</param>
/// <param name="progress">Who is told; null for nobody.</param>
internal sealed class ByteProgress(string activity, long total, IProgress<WorkProgress>? progress)
{
    private const int Step = 1 << 20;

    private long _done;
    private long _reported;

    /// <summary>Adds what was done.</summary>
    /// <param name="bytes">How many bytes.</param>
    public void Add(long bytes)
    {
        _done += bytes;
        if (_done - _reported >= Step || (_done == total && bytes > 0))
        {
            _reported = _done;
            progress?.Report(new WorkProgress(activity, _done, total, "bytes"));
        }
    }
}
