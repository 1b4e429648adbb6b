namespace DeepQDataset.Host;

/// <summary>Represents the arguments of a command for splatting.</summary>
/// <param name="Named">The values by parameter name; true for a switch.</param>
/// <param name="Positional">The values without a name, in order.</param>
internal sealed record BoundArguments(Dictionary<string, object> Named, List<object> Positional);
