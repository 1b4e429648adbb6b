using DeepQDataset.Sources;

namespace DeepQDataset.LabelMe;

/// <summary>Represents what came of reading a JSON.</summary>
/// <param name="Content">What it says; null if it was not read.</param>
/// <param name="NotRead">
/// Why it could not be read, as a sentence; null if it was, and where a rule about the zip says why it cannot.
/// </param>
/// <param name="Damage">Why the zip's entry is not what the directory says, where that was looked at; else null.</param>
internal readonly record struct LabelMeLoaded(LabelMeFile? Content, string? NotRead, EntryDamage? Damage);
