using System.Collections.Concurrent;
using DeepQDataset.Comparison;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Comparison;

public abstract class ComparisonTestBase : IDisposable
{
    protected TempFolder Folder { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Compares two datasets as folders; each difference as one line: what, which, where, class, before, after.</summary>
    protected IReadOnlyList<string> Compare(DatasetBuilder before, DatasetBuilder after)
    {
        before.WriteFolder(Folder["before"]);
        after.WriteFolder(Folder["after"]);
        return CompareAt("before", "after");
    }

    /// <summary>Compares two datasets that are there already.</summary>
    protected IReadOnlyList<string> CompareAt(string before, string after)
    {
        IReadOnlyList<string> lines = CompareAt(before, after, out IReadOnlyList<DatasetException> failures);
        Assert.Empty(failures);
        return lines;
    }

    /// <summary>Compares two datasets of which not all can be read.</summary>
    protected IReadOnlyList<string> CompareAt(string before, string after, out IReadOnlyList<DatasetException> failures)
    {
        ConcurrentQueue<DatasetException> queue = new();
        string[] lines = DatasetComparer
            .Compare(Folder[before], Folder[after], threads: 2, queue, progress: null, TestContext.Current.CancellationToken)
            .Select(found => string.Join(" | ", $"{found.Kind} {found.Item}", found.Path, found.Class, found.Before, found.After))
            .ToArray();
        failures = [.. queue];
        return lines;
    }
}
