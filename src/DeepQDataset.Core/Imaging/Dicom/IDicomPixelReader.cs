namespace DeepQDataset.Imaging.Dicom;

/// <summary>Reads pixel data to its end, which readers of headers skip.</summary>
internal interface IDicomPixelReader
{
    /// <summary>Starts with the next file.</summary>
    void Start();

    /// <summary>Reads the extended offset table (7FE0,0001), which precedes the pixel data.</summary>
    /// <param name="elements">The reader, at the element.</param>
    void TakeOffsetTable(DicomElementReader elements);

    /// <summary>Reads pixel data, native (PS3.5 section 8) or encapsulated (PS3.5 annex A.4).</summary>
    /// <param name="elements">The reader, at <see cref="DicomNodeKind.PixelData"/>.</param>
    /// <param name="header">The attributes read so far.</param>
    /// <returns>The reason why the pixel data is incomplete; null if it is complete.</returns>
    ImageProblem? Read(DicomElementReader elements, DicomHeader header);

    /// <summary>Records pixel data that is damaged but not truncated.</summary>
    /// <param name="problem">The damage.</param>
    void ReportDamage(ImageProblem problem);
}
