namespace DeepQDataset.Imaging.Dicom;

/// <summary>Specifies the kind of the current node of a <see cref="DicomElementReader"/>.</summary>
internal enum DicomNodeKind
{
    /// <summary>Before the first element, or after a skipped node.</summary>
    None = 0,

    /// <summary>An element with a value. Without a written representation, an empty sequence is an element, too.</summary>
    Element,

    /// <summary>A sequence: an element with items (PS3.5 section 7.5).</summary>
    SequenceStart,

    /// <summary>The end of a sequence, by a delimiter, its length, or what follows.</summary>
    SequenceEnd,

    /// <summary>An item of a sequence, which is itself a data set.</summary>
    ItemStart,

    /// <summary>The end of an item.</summary>
    ItemEnd,

    /// <summary>Pixel data of the image or an icon: native with a length, or encapsulated with fragments (PS3.5 annex A.4).</summary>
    PixelData,

    /// <summary>A fragment of encapsulated pixel data; the first is the basic offset table.</summary>
    Fragment,

    /// <summary>The end of encapsulated pixel data.</summary>
    FragmentsEnd,

    /// <summary>Bytes that are not elements, up to the known end of the sequence or item that contains them.</summary>
    Opaque,

    /// <summary>The end of the data set.</summary>
    End,
}
