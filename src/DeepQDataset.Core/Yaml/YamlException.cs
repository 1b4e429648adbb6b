namespace DeepQDataset.Yaml;

/// <summary>Represents YAML that is invalid or not supported.</summary>
/// <param name="line">The 1-based line.</param>
/// <param name="column">The 1-based column, in characters.</param>
/// <param name="message">The problem, without a full stop.</param>
internal sealed class YamlException(int line, int column, string message) : Exception(message)
{
    /// <summary>Gets the 1-based line.</summary>
    public int Line { get; } = line;

    /// <summary>Gets the 1-based column, in characters.</summary>
    public int Column { get; } = column;
}
