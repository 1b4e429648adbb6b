using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DeepQDataset;

/// <summary>
/// Represents a text for users that may contain actions. It is written as an interpolated string, <c>$"'{path}' exists already;
/// {Remedy.Of(RemedyAction.Overwrite)} replaces it."</c>, and worded when it is shown. Values are formatted in the invariant culture.
/// </summary>
[InterpolatedStringHandler]
public sealed class RemedyText
{
    private readonly StringBuilder _text;
    private readonly List<(int Position, RemedyAction Action, string? Argument)> _remedies = [];

    /// <summary>Initializes a new instance; called by the compiler for an interpolated string.</summary>
    /// <param name="literalLength">The length of the literal parts.</param>
    /// <param name="formattedCount">The number of values.</param>
    public RemedyText(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>Gets the actions in the text, in order.</summary>
    public IReadOnlyList<RemedyAction> Actions => _remedies.ConvertAll(static remedy => remedy.Action);

    /// <summary>Creates a text without an action.</summary>
    /// <param name="text">The text; null returns null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static RemedyText? FromString(string? text)
    {
        if (text is null)
        {
            return null;
        }

        RemedyText plain = new(text.Length, 0);
        plain.AppendLiteral(text);
        return plain;
    }

    /// <summary>Converts a string to a text without an action; null returns null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator RemedyText?(string? text) => FromString(text);

    /// <summary>Adds text; called by the compiler.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>Adds text; called by the compiler.</summary>
    public void AppendFormatted(ReadOnlySpan<char> value) => _text.Append(value);

    /// <summary>Adds an action; called by the compiler.</summary>
    public void AppendFormatted(Remedy value) => _remedies.Add((_text.Length, value.Action, value.Argument));

    /// <summary>Refuses an action that is not part of a <see cref="Remedy"/>, since a string would contain only its name.</summary>
    [Obsolete("Write Remedy.Of(action).", error: true)]
    public void AppendFormatted(RemedyAction value) => AppendFormatted(Remedy.Of(value));

    /// <summary>Adds a text with its actions; called by the compiler.</summary>
    public void AppendFormatted(RemedyText? value)
    {
        if (value is not null)
        {
            _remedies.AddRange(value._remedies.Select(remedy => remedy with { Position = _text.Length + remedy.Position }));
            _text.Append(value._text);
        }
    }

    /// <summary>Adds a value; called by the compiler.</summary>
    public void AppendFormatted<T>(T value, string? format = null) =>
        _text.Append(value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    /// <summary>Returns the text with its actions in plain words.</summary>
    public override string ToString() => ToString(null);

    /// <summary>
    /// Returns the text with its actions in the words of a program. At the start of a sentence, they begin with a capital.
    /// </summary>
    /// <param name="wording">Words the actions; null for plain words.</param>
    public string ToString(RemedyWording? wording)
    {
        if (_remedies.Count == 0)
        {
            return _text.ToString();
        }

        StringBuilder worded = new(_text.Length + (24 * _remedies.Count));
        int position = 0;
        foreach ((int next, RemedyAction action, string? argument) in _remedies)
        {
            worded.Append(_text, position, next - position);
            Remedy remedy = Remedy.Of(action, argument);
            string words = wording?.Invoke(remedy) ?? remedy.ToString();
            bool isStart = worded.Length == 0 || (worded.Length > 1 && worded[^1] == ' ' && worded[^2] == '.');
            worded.Append(isStart ? char.ToUpperInvariant(words[0]) : words[0]).Append(words, 1, words.Length - 1);
            position = next;
        }

        return worded.Append(_text, position, _text.Length - position).ToString();
    }
}
