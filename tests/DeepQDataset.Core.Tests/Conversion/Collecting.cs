using DeepQDataset.Conversion;

namespace DeepQDataset.Core.Tests.Conversion;

/// <summary>A conversion's log that keeps every remark.</summary>
internal sealed class Collecting
{
    public Collecting() => Log = new ConversionLog { Remarked = Remarks.Add, Noted = Notes.Add };

    public ConversionLog Log { get; }

    public List<ConversionRemark> Remarks { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>Gets the ids of all remarks, in their order.</summary>
    public IEnumerable<string> Ids => Remarks.Select(remark => remark.Reason.Id);
}
