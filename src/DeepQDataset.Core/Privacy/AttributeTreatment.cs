namespace DeepQDataset.Privacy;

/// <summary>Specifies how an element is treated.</summary>
internal enum AttributeTreatment
{
    /// <summary>The element is kept unchanged.</summary>
    Keep,

    /// <summary>
    /// The element is dropped because it is not part of the data: group lengths, remains of a network command, and elements that are
    /// written again.
    /// </summary>
    Drop,

    /// <summary>The element is removed.</summary>
    Remove,

    /// <summary>The value is removed.</summary>
    Empty,

    /// <summary>The value is replaced by a dummy; in a sequence, all values of its items are.</summary>
    Dummy,

    /// <summary>The UIDs are replaced.</summary>
    NewUid,

    /// <summary>The dates are shifted.</summary>
    Shift,

    /// <summary>An age of more than 89 years becomes one of 90.</summary>
    LimitAge,
}
