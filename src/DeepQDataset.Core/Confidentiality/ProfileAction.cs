namespace DeepQDataset.Confidentiality;

/// <summary>
/// Specifies the action of the Basic Profile for an attribute (PS3.15 table E.1-1a). With several codes, the type of the attribute in its
/// IOD decides.
/// </summary>
internal enum ProfileAction
{
    /// <summary>X: remove.</summary>
    Remove,

    /// <summary>Z: empty, or replace by a dummy value.</summary>
    Empty,

    /// <summary>D: replace by a dummy value.</summary>
    Dummy,

    /// <summary>U: replace by another UID, consistently.</summary>
    NewUid,

    /// <summary>Z/D: empty, unless a value is required.</summary>
    EmptyOrDummy,

    /// <summary>X/Z: remove, unless the attribute is required.</summary>
    RemoveOrEmpty,

    /// <summary>X/D: remove, unless a value is required.</summary>
    RemoveOrDummy,

    /// <summary>X/Z/D: remove, unless the attribute or a value is required.</summary>
    RemoveOrEmptyOrDummy,

    /// <summary>X/Z/U*: remove, unless the attribute is required; or keep with other UIDs in its items.</summary>
    RemoveOrEmptyOrNewUid,
}
