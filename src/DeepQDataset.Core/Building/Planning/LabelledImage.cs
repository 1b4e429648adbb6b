namespace DeepQDataset.Building.Planning;

/// <summary>An image that labels speak of.</summary>
/// <param name="Identity">What tells it from others.</param>
/// <param name="Name">How the first of its labels names it, trimmed.</param>
internal readonly record struct LabelledImage(ImageIdentity Identity, string Name);
