namespace DeepQDataset;

/// <summary>Represents the severity of a finding in each edition of the platform; null if the edition does not report it.</summary>
/// <param name="Edition11">The severity in edition 1.1.</param>
/// <param name="Edition23">The severity in edition 2.3.</param>
/// <param name="Edition30">The severity in edition 3.0.</param>
internal readonly record struct EditionSeverities(DqSeverity? Edition11, DqSeverity? Edition23, DqSeverity? Edition30)
{
    /// <summary>Gets the severity in an edition; null if it is not reported.</summary>
    public DqSeverity? this[DqPlatform platform] => platform switch
    {
        DqPlatform.Edition11 => Edition11,
        DqPlatform.Edition23 => Edition23,
        _ => Edition30,
    };

    /// <summary>Gets a value that indicates whether no edition reports it.</summary>
    public bool IsEmpty => Edition11 is null && Edition23 is null && Edition30 is null;

    /// <summary>Creates the same severity for all editions.</summary>
    public static EditionSeverities All(DqSeverity severity) => new(severity, severity, severity);

    /// <summary>Returns the severities in some editions; the others do not report it.</summary>
    public EditionSeverities Only(EditionSet editions) => new(
        editions.HasFlag(EditionSet.Edition11) ? Edition11 : null,
        editions.HasFlag(EditionSet.Edition23) ? Edition23 : null,
        editions.HasFlag(EditionSet.Edition30) ? Edition30 : null);

    /// <summary>Returns another severity in the editions that report it.</summary>
    public EditionSeverities Replace(DqSeverity severity) => new(
        Edition11 is null ? null : severity, Edition23 is null ? null : severity, Edition30 is null ? null : severity);
}
