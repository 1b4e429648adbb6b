namespace DeepQDataset.Host;

/// <summary>Represents the arguments of a command, as they are splatted.</summary>
/// <param name="Named">Values by the parameters' names; a switch has true.</param>
/// <param name="Positional">Values without a name, in order.</param>
internal sealed record BoundArguments(Dictionary<string, object> Named, List<object> Positional);
