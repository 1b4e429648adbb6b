namespace DeepQDataset.Conversion.Voc;

/// <summary>Where the pixels of Pascal VOC boxes are counted from.</summary>
public enum VocOrigin
{
    /// <summary>
    /// The set tells: One where a <c>database</c> names VOC2005 to VOC2012 or the like, Zero where a coordinate is 0 or has decimals; Zero,
    /// with a warning, where nothing tells.
    /// </summary>
    Auto,

    /// <summary>From 0, the last pixel excluded, as most tools write: the width is xmax − xmin.</summary>
    Zero,

    /// <summary>From 1, the last pixel included, as the official development kit does: the width is xmax − xmin + 1.</summary>
    One,
}
