using DeepQDataset.Sources;

namespace DeepQDataset.LabelMe;

/// <summary>Represents the result of reading a JSON.</summary>
/// <param name="Content">The content; null if it was not read.</param>
/// <param name="NotRead">
/// The reason why it could not be read, as a sentence; null if it was read, or a rule about the zip gives the reason.
/// </param>
/// <param name="Damage">The reason why the entry of the zip does not match the directory, if this was checked; otherwise null.</param>
internal readonly record struct LabelMeLoaded(LabelMeFile? Content, string? NotRead, EntryDamage? Damage);
