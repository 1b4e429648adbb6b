namespace DeepQDataset;

/// <summary>
/// Represents an operation that failed, with a message that tells a user what to do. An invalid dataset is not an exception but a result.
/// </summary>
/// <param name="errorId">The stable id of the error, such as <c>DestinationExists</c>.</param>
/// <param name="kind">The kind of error.</param>
/// <param name="message">The problem, its place, and the remedy.</param>
/// <param name="target">The path that it concerns; null if there is none.</param>
/// <param name="inner">The cause; null if there is none.</param>
public sealed class DatasetException(
    string errorId, DatasetErrorKind kind, RemedyText message, string? target = null, Exception? inner = null)
    : Exception(message is null ? null : VisibleText.Of(message.ToString()), inner)
{
    /// <summary>Gets the problem, its place, and the remedy. <see cref="Exception.Message"/> has it in plain words.</summary>
    public RemedyText Text { get; } = message;

    /// <summary>Gets the stable id of the error.</summary>
    public string ErrorId { get; } = errorId;

    /// <summary>Gets the kind of error.</summary>
    public DatasetErrorKind Kind { get; } = kind;

    /// <summary>Gets the path that it concerns; null if there is none.</summary>
    public string? Target { get; } = target;

    /// <summary>Returns the exception with its message in the words of a program.</summary>
    /// <param name="wording">Words the actions.</param>
    public DatasetException Worded(RemedyWording wording) =>
        Text.Actions.Count == 0 ? this : new DatasetException(ErrorId, Kind, Text.ToString(wording), Target, InnerException);
}
