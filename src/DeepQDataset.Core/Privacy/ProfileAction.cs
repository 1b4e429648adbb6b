namespace DeepQDataset.Privacy;

/// <summary>
/// Represents what the Basic Profile does to an attribute (PS3.15 table E.1-1a); of several codes the standard leaves the choice to the
/// type that the attribute has in its IOD.
/// </summary>
internal enum ProfileAction
{
    /// <summary>X: removed.</summary>
    Remove,

    /// <summary>Z: made empty, or given a dummy value.</summary>
    Empty,

    /// <summary>D: given a dummy value.</summary>
    Dummy,

    /// <summary>U: given another UID, the same everywhere.</summary>
    NewUid,

    /// <summary>Z/D: empty, unless it must have a value.</summary>
    EmptyOrDummy,

    /// <summary>X/Z: removed, unless it must be there.</summary>
    RemoveOrEmpty,

    /// <summary>X/D: removed, unless it must have a value.</summary>
    RemoveOrDummy,

    /// <summary>X/Z/D: removed, unless it must be there or have a value.</summary>
    RemoveOrEmptyOrDummy,

    /// <summary>X/Z/U*: removed, unless it must be there; or kept with other UIDs in its items.</summary>
    RemoveOrEmptyOrNewUid,
}
