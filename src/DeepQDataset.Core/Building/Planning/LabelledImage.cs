namespace DeepQDataset.Building.Planning;

/// <summary>Represents an image that labels refer to.</summary>
/// <param name="Identity">The identity of the image.</param>
/// <param name="Name">The name of the image in its first label, trimmed.</param>
internal readonly record struct LabelledImage(ImageIdentity Identity, string Name);
