namespace DeepQDataset.Imaging.Dicom;

/// <summary>What was read of a DICOM file.</summary>
/// <param name="Header">Its attributes; null when they could not be read.</param>
/// <param name="Problem">What is wrong; null if nothing. A file that ends early has both.</param>
public sealed record DicomReadResult(DicomHeader? Header, ImageProblem? Problem);
