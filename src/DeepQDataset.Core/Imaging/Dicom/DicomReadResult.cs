namespace DeepQDataset.Imaging.Dicom;

/// <summary>Represents the result of reading a DICOM file.</summary>
/// <param name="Header">The attributes that could be read; null if the data set was not reached.</param>
/// <param name="Problem">What is wrong; null if nothing.</param>
internal sealed record DicomReadResult(DicomHeader? Header, ImageProblem? Problem);
