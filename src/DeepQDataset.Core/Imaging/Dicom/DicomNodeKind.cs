namespace DeepQDataset.Imaging.Dicom;

/// <summary>Where a <see cref="DicomElementReader"/> stands.</summary>
internal enum DicomNodeKind
{
    /// <summary>Before the first element, or behind something that was passed over.</summary>
    None = 0,

    /// <summary>
    /// An element with a value of its own; where no representation is written, an empty sequence cannot be told from one.
    /// </summary>
    Element,

    /// <summary>A sequence: an element that holds items (PS3.5 section 7.5).</summary>
    SequenceStart,

    /// <summary>The end of a sequence, whether a delimiter says so, its length, or what follows.</summary>
    SequenceEnd,

    /// <summary>An item of a sequence, which is a data set again.</summary>
    ItemStart,

    /// <summary>The end of an item.</summary>
    ItemEnd,

    /// <summary>
    /// Pixel data, the image's or an icon's: native with a length, else encapsulated, and fragments follow (PS3.5 annex A.4).
    /// </summary>
    PixelData,

    /// <summary>A fragment of encapsulated pixel data; the first is the basic offset table.</summary>
    Fragment,

    /// <summary>The end of encapsulated pixel data.</summary>
    FragmentsEnd,

    /// <summary>Bytes that are no elements, up to the end of the sequence or item around them, whose length is known.</summary>
    Opaque,

    /// <summary>The end of the data set.</summary>
    End,
}
