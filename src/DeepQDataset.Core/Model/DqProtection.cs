namespace DeepQDataset;

/// <summary>Represents a DICOM file that was copied de-identified, and what was done to it.</summary>
public sealed class DqProtection
{
    internal DqProtection()
    {
    }

    /// <summary>Gets the source file's full path; of an entry, that of the zip.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Gets the entry in the zip; null for a file of its own.</summary>
    public string? SourceEntry { get; internal init; }

    /// <summary>Gets the copy's full path.</summary>
    public string DestinationPath { get; internal init; } = "";

    /// <summary>Gets the patient's new ID; empty if the file had none.</summary>
    public string PatientId { get; internal init; } = "";

    /// <summary>Gets the new Study Instance UID; empty if the file had none.</summary>
    public string StudyInstanceUid { get; internal init; } = "";

    /// <summary>Gets the new Series Instance UID; empty if the file had none.</summary>
    public string SeriesInstanceUid { get; internal init; } = "";

    /// <summary>Gets the new SOP Instance UID.</summary>
    public string SopInstanceUid { get; internal init; } = "";

    /// <summary>Gets the number of attributes that were removed, private ones not counted. A sequence counts once.</summary>
    public int Removed { get; internal init; }

    /// <summary>Gets the number of private attributes that were removed.</summary>
    public int PrivateRemoved { get; internal init; }

    /// <summary>Gets the number of attributes that lost their value.</summary>
    public int Emptied { get; internal init; }

    /// <summary>Gets the number of attributes that got a dummy value.</summary>
    public int Replaced { get; internal init; }

    /// <summary>Gets the number of UIDs that were replaced.</summary>
    public int UidsReplaced { get; internal init; }

    /// <summary>Gets the number of attributes that had their dates moved.</summary>
    public int DatesShifted { get; internal init; }

    /// <summary>Gets the copy's size in bytes.</summary>
    public long Bytes { get; internal init; }

    /// <summary>What a person should look at before the copy is handed on, such as text that may be in the pixels.</summary>
    public DqStringList Warnings { get; internal init; } = DqStringList.Empty;

    /// <inheritdoc/>
    public override string ToString() => DestinationPath;
}
