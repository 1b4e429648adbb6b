using System.Globalization;
using System.Text;

namespace DeepQDataset.Conversion;

/// <summary>
/// Gathers what a converter could not carry over: counts for each reason, every single one told on request. It is complete when the last
/// label was taken from the converter. One thread uses it.
/// </summary>
public sealed class ConversionLog
{
    private readonly Dictionary<ConversionReason, long> _counts = [];
    private readonly List<ConversionReason> _reasons = [];
    private readonly List<DatasetException> _failures = [];

    /// <summary>Told of each single remark, while labels are taken from the converter; null when only the counts matter.</summary>
    public Action<ConversionRemark>? Remarked { get; init; }

    /// <summary>Told what the converter is doing or has decided; null when nobody cares.</summary>
    public Action<string>? Noted { get; init; }

    /// <summary>Told of each file that could not be read at all, and is left out; null leaves them to <see cref="Failures"/>.</summary>
    public Action<DatasetException>? Failed { get; init; }

    /// <summary>Words what to do about a loss for the users who see it; null for plain words.</summary>
    public RemedyWording? Wording { get; init; }

    /// <summary>The files that could not be read at all; the others were converted without them.</summary>
    public IReadOnlyList<DatasetException> Failures => _failures;

    /// <summary>How many things were lost.</summary>
    public long Losses { get; private set; }

    /// <summary>The reasons that came up, in the order in which they did, with how many times each.</summary>
    public IEnumerable<(ConversionReason Reason, long Count)> Counts => _reasons.Select(reason => (reason, _counts[reason]));

    /// <summary>How often a reason came up.</summary>
    /// <param name="reason">The reason.</param>
    public long CountOf(ConversionReason reason) => _counts.GetValueOrDefault(reason);

    /// <summary>Adds a remark.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="path">The file it stands in.</param>
    /// <param name="line">The 1-based line in that file; null when there is none to name.</param>
    /// <param name="detail">What it is about, with the offending value; a sentence without its full stop.</param>
    public void Add(ConversionReason reason, string path, int? line, string detail)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (!_counts.TryGetValue(reason, out long count))
        {
            _reasons.Add(reason);
        }

        _counts[reason] = count + 1;
        Losses += reason.IsLoss ? 1 : 0;
        Remarked?.Invoke(new ConversionRemark(reason, path, line, detail));
    }

    /// <summary>Says what is being done or was decided; nothing is lost by it.</summary>
    /// <param name="message">A sentence.</param>
    public void Note(string message) => Noted?.Invoke(message);

    /// <summary>Leaves out a file that cannot be read at all.</summary>
    /// <param name="exception">What is wrong with it, and where.</param>
    public void Fail(DatasetException exception)
    {
        _failures.Add(exception);
        Failed?.Invoke(exception);
    }

    /// <summary>
    /// All counts as one sentence without its full stop, such as <c>2 boxes were clipped to their images; 1 …</c>; empty when there are
    /// none.
    /// </summary>
    public string Summarize()
    {
        StringBuilder summary = new();
        foreach ((ConversionReason reason, long count) in Counts)
        {
            summary.Append(summary.Length == 0 ? "" : "; ")
                .Append(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? reason.One : reason.Many).ToString(Wording)}");
        }

        return summary.ToString();
    }
}
