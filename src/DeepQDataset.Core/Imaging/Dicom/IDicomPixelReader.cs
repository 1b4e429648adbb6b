namespace DeepQDataset.Imaging.Dicom;

/// <summary>Reads pixel data to their end, where a header's reader would pass over them.</summary>
internal interface IDicomPixelReader
{
    /// <summary>Reads native pixel data (PS3.5 section 8).</summary>
    /// <param name="reader">Behind the pixel data element's header.</param>
    /// <param name="length">Their length in bytes.</param>
    /// <param name="header">What was read before them.</param>
    /// <returns>Why they are not all there; null if they are.</returns>
    ImageProblem? ReadNative(ForwardReader reader, long length, DicomHeader header);

    /// <summary>Reads encapsulated pixel data (PS3.5 annex A.4).</summary>
    /// <param name="reader">Behind the pixel data element's header.</param>
    /// <param name="encoding">How the data set is written.</param>
    /// <param name="header">What was read before them.</param>
    /// <returns>Why they are not all there; null if they are.</returns>
    ImageProblem? ReadFragments(ForwardReader reader, DicomEncoding encoding, DicomHeader header);
}
