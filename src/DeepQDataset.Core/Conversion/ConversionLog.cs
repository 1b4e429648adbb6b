using System.Globalization;
using System.Text;

namespace DeepQDataset.Conversion;

/// <summary>
/// Collects what a converter could not convert: the number of losses for each reason, and each single one on request. It is complete when
/// the last label has been returned by the converter. Not safe for use by several threads.
/// </summary>
public sealed class ConversionLog
{
    private readonly Dictionary<ConversionReason, long> _counts = [];
    private readonly List<ConversionReason> _reasons = [];
    private readonly List<DatasetException> _failures = [];

    /// <summary>Gets an action that receives each remark while labels are converted; null if only the counts matter.</summary>
    public Action<ConversionRemark>? Remarked { get; init; }

    /// <summary>Gets an action that receives notes about what the converter is doing or has decided; null to ignore them.</summary>
    public Action<string>? Noted { get; init; }

    /// <summary>
    /// Gets an action that receives each file that could not be read and is left out; null to only collect them in <see cref="Failures"/>.
    /// </summary>
    public Action<DatasetException>? Failed { get; init; }

    /// <summary>Gets the wording of remedies for the users of a program; null for plain words.</summary>
    public RemedyWording? Wording { get; init; }

    /// <summary>Gets the errors of files that could not be read; the other files were converted.</summary>
    public IReadOnlyList<DatasetException> Failures => _failures;

    /// <summary>Gets the number of losses.</summary>
    public long Losses { get; private set; }

    /// <summary>Gets the reasons that occurred, in order of their first occurrence, and the count of each.</summary>
    public IEnumerable<(ConversionReason Reason, long Count)> Counts => _reasons.Select(reason => (reason, _counts[reason]));

    /// <summary>Returns the number of occurrences of a reason.</summary>
    /// <param name="reason">The reason.</param>
    public long CountOf(ConversionReason reason) => _counts.GetValueOrDefault(reason);

    /// <summary>Adds a remark.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="path">The file that contains it.</param>
    /// <param name="line">The 1-based line in that file; null if there is none.</param>
    /// <param name="detail">The subject and the offending value; a sentence without its full stop.</param>
    internal void Add(ConversionReason reason, string path, int? line, string detail)
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

    /// <summary>Reports an activity or a decision without a loss.</summary>
    /// <param name="message">A sentence.</param>
    internal void Note(string message) => Noted?.Invoke(message);

    /// <summary>Reports a file that cannot be read and is left out.</summary>
    /// <param name="exception">The error.</param>
    internal void Fail(DatasetException exception)
    {
        _failures.Add(exception);
        Failed?.Invoke(exception);
    }

    /// <summary>
    /// Returns all counts as one sentence without its full stop, such as <c>2 boxes were clipped to their images; 1 …</c>; empty if there
    /// are none.
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
