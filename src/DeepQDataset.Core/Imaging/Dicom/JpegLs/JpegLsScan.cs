namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Represents the header of a scan (ITU-T T.87 section C.2.3), with the parameters in force.</summary>
/// <param name="Components">The indexes of its components in the frame, 1 to 4.</param>
/// <param name="Interleave">The interleaving of the components.</param>
/// <param name="Coding">The coding parameters.</param>
/// <param name="RestartLines">The number of lines between restarts; 0 for none.</param>
internal sealed record JpegLsScan(int[] Components, JpegLsInterleave Interleave, JpegLsCoding Coding, long RestartLines);
