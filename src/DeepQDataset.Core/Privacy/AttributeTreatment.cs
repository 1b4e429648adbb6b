namespace DeepQDataset.Privacy;

/// <summary>Represents what is done to an element of a file.</summary>
internal enum AttributeTreatment
{
    /// <summary>Nothing: it is written as it is.</summary>
    Keep,

    /// <summary>It is left out as no part of the data: group lengths, leftovers of a network's command, what is written anew.</summary>
    Drop,

    /// <summary>It is removed.</summary>
    Remove,

    /// <summary>Its value is removed.</summary>
    Empty,

    /// <summary>Its value is replaced by one that says nothing; of a sequence, all values in its items.</summary>
    Dummy,

    /// <summary>Its UIDs are replaced.</summary>
    NewUid,

    /// <summary>Its dates are moved.</summary>
    Shift,
}
