namespace DeepQDataset.Imaging.Dicom;

/// <summary>Reads pixel data to their end, where a header's reader would pass over them.</summary>
internal interface IDicomPixelReader
{
    /// <summary>Starts with the next file.</summary>
    void Start();

    /// <summary>Takes the extended offset table (7FE0,0001), which stands before the pixel data.</summary>
    /// <param name="elements">At the element.</param>
    void TakeOffsetTable(DicomElementReader elements);

    /// <summary>Reads pixel data, native (PS3.5 section 8) or encapsulated (PS3.5 annex A.4).</summary>
    /// <param name="elements">At the pixel data, <see cref="DicomNodeKind.PixelData"/>.</param>
    /// <param name="header">What was read before them.</param>
    /// <returns>Why they are not all there; null if they are.</returns>
    ImageProblem? Read(DicomElementReader elements, DicomHeader header);

    /// <summary>Takes note of pixel data that are damaged, yet not cut off.</summary>
    /// <param name="problem">The damage.</param>
    void ReportDamage(ImageProblem problem);
}
