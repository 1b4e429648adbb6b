namespace DeepQDataset;

/// <summary>
/// Something that could not be done at all, said so that a user can act on it. An invalid dataset is no exception but a result.
/// </summary>
/// <param name="errorId">Stable name of the error, such as <c>DestinationExists</c>.</param>
/// <param name="kind">What kind of error it is.</param>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="target">The path it is about; null if none.</param>
/// <param name="inner">The cause; null if none.</param>
public sealed class DatasetException(
    string errorId, DatasetErrorKind kind, RemedyText message, string? target = null, Exception? inner = null)
    : Exception(message?.ToString(), inner)
{
    /// <summary>What is wrong, where, and what to do; <see cref="Exception.Message"/> says it in plain words.</summary>
    public RemedyText Text { get; } = message;

    /// <summary>Stable name of the error.</summary>
    public string ErrorId { get; } = errorId;

    /// <summary>What kind of error it is.</summary>
    public DatasetErrorKind Kind { get; } = kind;

    /// <summary>Gets the path it is about; null if none.</summary>
    public string? Target { get; } = target;

    /// <summary>Returns the same with its message in a user's words.</summary>
    /// <param name="wording">Words the actions.</param>
    public DatasetException Worded(RemedyWording wording) =>
        Text.Actions.Count == 0 ? this : new DatasetException(ErrorId, Kind, Text.ToString(wording), Target, InnerException);
}
