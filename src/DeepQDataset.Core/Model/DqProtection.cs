namespace DeepQDataset;

/// <summary>Represents a de-identified copy of a DICOM file and what was changed.</summary>
public sealed class DqProtection
{
    internal DqProtection()
    {
    }

    /// <summary>Gets the full path of the source file, or of the zip that contains it.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Gets the entry in the zip; null for a file.</summary>
    public string? SourceEntry { get; internal init; }

    /// <summary>Gets the full path of the copy.</summary>
    public string DestinationPath { get; internal init; } = "";

    /// <summary>Gets the new ID of the patient; empty if the file had none.</summary>
    public string PatientId { get; internal init; } = "";

    /// <summary>Gets the new Study Instance UID; empty if the file had none.</summary>
    public string StudyInstanceUid { get; internal init; } = "";

    /// <summary>Gets the new Series Instance UID; empty if the file had none.</summary>
    public string SeriesInstanceUid { get; internal init; } = "";

    /// <summary>Gets the new SOP Instance UID.</summary>
    public string SopInstanceUid { get; internal init; } = "";

    /// <summary>Gets the number of attributes that were removed, not counting private ones. A sequence counts once.</summary>
    public int Removed { get; internal init; }

    /// <summary>Gets the number of private attributes that were removed.</summary>
    public int PrivateRemoved { get; internal init; }

    /// <summary>Gets the number of attributes that lost their value.</summary>
    public int Emptied { get; internal init; }

    /// <summary>Gets the number of attributes that were given a dummy value.</summary>
    public int Replaced { get; internal init; }

    /// <summary>Gets the number of UIDs that were replaced.</summary>
    public int UidsReplaced { get; internal init; }

    /// <summary>Gets the number of attributes whose dates were shifted.</summary>
    public int DatesShifted { get; internal init; }

    /// <summary>Gets the size of the copy in bytes.</summary>
    public long Bytes { get; internal init; }

    /// <summary>Gets what a person should check before the copy is passed on, such as text that may be in the pixels.</summary>
    public DqStringList Warnings { get; internal init; } = DqStringList.Empty;

    /// <inheritdoc/>
    public override string ToString() => DestinationPath;
}
