namespace DeepQDataset.Imaging.Dicom;

/// <summary>Reads the attributes of a DICOM file up to its pixel data.</summary>
internal interface IDicomReader
{
    /// <summary>Reads one file, forward only. Does not throw for bad content.</summary>
    /// <param name="reader">The reader, at the start of the file.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    DicomReadResult Read(ForwardReader reader);
}
