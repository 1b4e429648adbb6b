namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Reconstructs a sample from its prediction and error (ITU-T T.87 sections A.4.4 and A.4.5). Each method is a type, so that the compiler
/// specializes the code of lines.
/// </summary>
internal interface IJpegLsReconstruction
{
    /// <summary>Gets the number of values between two errors.</summary>
    int Step { get; }

    /// <summary>Returns the sample, 0 to MAXVAL.</summary>
    /// <param name="predicted">The predicted value, 0 to MAXVAL.</param>
    /// <param name="error">The error in steps.</param>
    int Add(int predicted, int error);
}
