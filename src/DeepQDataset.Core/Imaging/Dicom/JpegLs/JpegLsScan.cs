namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Represents what a scan says of itself (ITU-T T.87 section C.2.3), with the parameters in force.</summary>
/// <param name="Components">The places of its components in the frame, 1 to 4 of them.</param>
/// <param name="Interleave">How they follow each other.</param>
/// <param name="Coding">The parameters it is coded by.</param>
/// <param name="RestartLines">After how many lines it starts anew; 0 means never.</param>
internal sealed record JpegLsScan(int[] Components, JpegLsInterleave Interleave, JpegLsCoding Coding, long RestartLines);
