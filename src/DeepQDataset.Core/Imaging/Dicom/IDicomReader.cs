namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Reads the attributes of a DICOM file up to its pixel data. All that the rest of Core knows of DICOM parsing is behind this.
/// </summary>
internal interface IDicomReader
{
    /// <summary>Reads one file, forward only. Never throws for bad content.</summary>
    /// <param name="reader">At the file's start.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    DicomReadResult Read(ForwardReader reader);
}
