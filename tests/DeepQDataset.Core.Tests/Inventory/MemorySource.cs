using System.Text;
using DeepQDataset.Sources;

namespace DeepQDataset.Core.Tests.Inventory;

/// <summary>A source that is a list of entries; its files hold the text they were given, or nothing.</summary>
internal sealed class MemorySource(SourceKind kind, IReadOnlyList<SourceEntry> entries, IReadOnlyDictionary<string, string>? texts = null)
    : IDatasetSource
{
    public SourceKind Kind => kind;

    public string Name => "dataset";

    public string FullPath => "/data/dataset";

    public IReadOnlyList<SourceEntry> Entries => entries;

    public Stream Open(SourceEntry entry) => new MemoryStream(Encoding.UTF8.GetBytes(texts?.GetValueOrDefault(entry.Path) ?? ""));

    public void Dispose()
    {
    }
}
