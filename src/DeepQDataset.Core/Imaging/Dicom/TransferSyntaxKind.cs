namespace DeepQDataset.Imaging.Dicom;

/// <summary>Represents what a transfer syntax does to pixel data.</summary>
internal enum TransferSyntaxKind
{
    /// <summary>Pixels as they are, little endian.</summary>
    Native,

    /// <summary>Pixels as they are, but in fragments.</summary>
    EncapsulatedNative,

    /// <summary>Pixels as they are, big endian (retired).</summary>
    BigEndian,

    /// <summary>The whole data set deflated.</summary>
    Deflated,

    /// <summary>Still images compressed, in fragments.</summary>
    Compressed,

    /// <summary>Video.</summary>
    Video,

    /// <summary>None of these: pixels elsewhere, sound, other containers.</summary>
    Other,
}
