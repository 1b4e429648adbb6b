namespace DeepQDataset.Imaging.Dicom;

/// <summary>Represents what was read of a DICOM file.</summary>
/// <param name="Header">Its attributes, as far as they could be read; null if its data set was not reached.</param>
/// <param name="Problem">What is wrong; null if nothing.</param>
internal sealed record DicomReadResult(DicomHeader? Header, ImageProblem? Problem);
