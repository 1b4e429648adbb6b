namespace DeepQDataset.Imaging.Dicom;

/// <summary>Specifies the encoding of pixel data in a transfer syntax.</summary>
internal enum TransferSyntaxKind
{
    /// <summary>Uncompressed pixels, little endian.</summary>
    Native,

    /// <summary>Uncompressed pixels in fragments.</summary>
    EncapsulatedNative,

    /// <summary>Uncompressed pixels, big endian (retired).</summary>
    BigEndian,

    /// <summary>A deflated data set.</summary>
    Deflated,

    /// <summary>Compressed still images in fragments.</summary>
    Compressed,

    /// <summary>Video.</summary>
    Video,

    /// <summary>Another kind: pixels stored elsewhere, sound, other containers.</summary>
    Other,
}
