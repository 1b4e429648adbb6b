namespace DeepQDataset.Privacy;

/// <summary>Represents what was done to a file's elements, those in sequences included.</summary>
internal struct ProtectionCounts
{
    /// <summary>Removed, private ones not counted. A sequence counts once.</summary>
    public int Removed { get; set; }

    /// <summary>Private ones, removed.</summary>
    public int PrivateRemoved { get; set; }

    /// <summary>Made empty.</summary>
    public int Emptied { get; set; }

    /// <summary>Given a dummy value.</summary>
    public int Replaced { get; set; }

    /// <summary>UIDs replaced.</summary>
    public int Uids { get; set; }

    /// <summary>Values whose dates were moved.</summary>
    public int DatesShifted { get; set; }

    /// <summary>Parts of sequences that could not be read as elements and were left out.</summary>
    public int Unreadable { get; set; }
}
