namespace DeepQDataset.Privacy;

/// <summary>Counts the changes of a file's elements, including those in sequences.</summary>
internal struct ProtectionCounts
{
    /// <summary>Gets or sets the number of removed elements, not counting private ones. A sequence counts once.</summary>
    public int Removed { get; set; }

    /// <summary>Gets or sets the number of removed private elements.</summary>
    public int PrivateRemoved { get; set; }

    /// <summary>Gets or sets the number of emptied elements.</summary>
    public int Emptied { get; set; }

    /// <summary>Gets or sets the number of elements with a dummy value.</summary>
    public int Replaced { get; set; }

    /// <summary>Gets or sets the number of replaced UIDs.</summary>
    public int Uids { get; set; }

    /// <summary>Gets or sets the number of values with shifted dates.</summary>
    public int DatesShifted { get; set; }

    /// <summary>Gets or sets the number of parts of sequences that could not be read as elements and were left out.</summary>
    public int Unreadable { get; set; }
}
