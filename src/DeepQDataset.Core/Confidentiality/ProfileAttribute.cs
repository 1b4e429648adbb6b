namespace DeepQDataset.Confidentiality;

/// <summary>Represents a row of PS3.15 table E.1-1.</summary>
/// <param name="Tag">The attribute.</param>
/// <param name="Action">The action of the Basic Profile.</param>
/// <param name="Vr">The value representation (PS3.6), for files that do not have it.</param>
/// <param name="IsPatientCharacteristic">Indicates whether the option "Retain Patient Characteristics" (113108) keeps it.</param>
/// <param name="IsTemporal">
/// Indicates whether the option "Retain Longitudinal Temporal Information with Modified Dates" (113107) keeps it with changes.
/// </param>
/// <param name="Name">The name.</param>
internal sealed record ProfileAttribute(
    uint Tag, ProfileAction Action, ushort Vr, bool IsPatientCharacteristic, bool IsTemporal, string Name);
