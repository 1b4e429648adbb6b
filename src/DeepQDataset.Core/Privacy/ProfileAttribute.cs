namespace DeepQDataset.Privacy;

/// <summary>Represents a row of PS3.15 table E.1-1.</summary>
/// <param name="Tag">The attribute.</param>
/// <param name="Action">What the Basic Profile does to it.</param>
/// <param name="Vr">Its value representation (PS3.6), for files that do not write it.</param>
/// <param name="IsPatientCharacteristic">Indicates whether the option "Retain Patient Characteristics" (113108) keeps it.</param>
/// <param name="IsTemporal">
/// Indicates whether the option "Retain Longitudinal Temporal Information with Modified Dates" (113107) keeps it, changed.
/// </param>
/// <param name="Name">Its name.</param>
internal sealed record ProfileAttribute(
    uint Tag, ProfileAction Action, ushort Vr, bool IsPatientCharacteristic, bool IsTemporal, string Name);
