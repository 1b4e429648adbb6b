namespace DeepQDataset.Conversion.Voc;

/// <summary>Specifies the number of the first pixel in Pascal VOC boxes.</summary>
public enum VocOrigin
{
    /// <summary>
    /// Determined by the set: One if <c>database</c> is VOC2005 to VOC2012 or similar, Zero if a coordinate is 0 or has decimals; otherwise
    /// Zero, with a warning.
    /// </summary>
    Auto,

    /// <summary>Pixels are counted from 0, excluding the last, as most tools write: the width is xmax − xmin.</summary>
    Zero,

    /// <summary>Pixels are counted from 1, including the last, as in the official development kit: the width is xmax − xmin + 1.</summary>
    One,
}
