namespace DeepQDataset.Imaging.Jpeg;

/// <summary>Represents a component of a JPEG frame (ITU-T T.81, annex B.2.2).</summary>
internal sealed class JpegComponent
{
    /// <summary>Gets the identifier in the frame header.</summary>
    public byte Identifier { get; init; }

    /// <summary>Gets the horizontal sampling factor, 1 to 4.</summary>
    public int Across { get; init; }

    /// <summary>Gets the vertical sampling factor, 1 to 4.</summary>
    public int Down { get; init; }

    /// <summary>Gets the number of the quantization table.</summary>
    public int Quantization { get; init; }

    /// <summary>Gets the number of data units in a row of a scan with only this component: blocks, or samples in lossless coding.</summary>
    public int UnitsAcross { get; init; }

    /// <summary>Gets the number of rows of data units in a scan with only this component.</summary>
    public int UnitsDown { get; init; }

    /// <summary>Gets or sets a value that indicates whether a scan has included the component.</summary>
    public bool HasData { get; set; }

    /// <summary>Gets or sets the start of the component's blocks in <see cref="JpegHistory"/>.</summary>
    public int HistoryStart { get; set; }
}
