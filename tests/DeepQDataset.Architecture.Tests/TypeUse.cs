namespace DeepQDataset.Architecture.Tests;

/// <summary>One type uses another.</summary>
/// <param name="UserNamespace">The namespace of the type that uses the other.</param>
/// <param name="User">Its name.</param>
/// <param name="UsedNamespace">The namespace of the type that is used.</param>
/// <param name="Used">Its name.</param>
internal sealed record TypeUse(string UserNamespace, string User, string UsedNamespace, string Used);
