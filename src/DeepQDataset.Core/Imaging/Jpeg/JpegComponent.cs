namespace DeepQDataset.Imaging.Jpeg;

/// <summary>Represents a component of a JPEG frame (ITU-T T.81, annex B.2.2).</summary>
internal sealed class JpegComponent
{
    /// <summary>Its identifier in the frame header.</summary>
    public byte Identifier { get; init; }

    /// <summary>Sampling factor across, 1 to 4.</summary>
    public int Across { get; init; }

    /// <summary>Sampling factor down, 1 to 4.</summary>
    public int Down { get; init; }

    /// <summary>Which quantization table it uses.</summary>
    public int Quantization { get; init; }

    /// <summary>Data units in a row of a scan of this component alone: blocks, or samples in lossless coding.</summary>
    public int UnitsAcross { get; init; }

    /// <summary>Rows of data units in a scan of this component alone.</summary>
    public int UnitsDown { get; init; }

    /// <summary>Gets or sets a value that indicates whether a scan had it.</summary>
    public bool HasData { get; set; }

    /// <summary>Where its blocks' history starts in <see cref="JpegHistory"/>.</summary>
    public int HistoryStart { get; set; }
}
