namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Puts a prediction and an error together (ITU-T T.87 sections A.4.4 and A.4.5). Each way is a type, so that lines have code for each.
/// </summary>
internal interface IJpegLsReconstruction
{
    /// <summary>Values of a step of errors.</summary>
    int Step { get; }

    /// <summary>The sample, 0 to MAXVAL.</summary>
    /// <param name="predicted">What it was expected to be, 0 to MAXVAL.</param>
    /// <param name="error">The error in steps.</param>
    int Add(int predicted, int error);
}
