namespace DeepQDataset.Imaging;

/// <summary>Specifies the metadata of a PNG or JPEG about place and author. Only its presence is kept, never a value.</summary>
[Flags]
internal enum ImageMetadata
{
    /// <summary>No metadata.</summary>
    None = 0,

    /// <summary>A position in EXIF's GPS directory (EXIF 2.32 section 4.6.6): a latitude, a longitude or the name of an area.</summary>
    ExifPosition = 1,

    /// <summary>EXIF Artist (0x013B), or XPAuthor (0x9C9D), which Windows writes.</summary>
    ExifArtist = 2,

    /// <summary>EXIF CameraOwnerName (0xA430).</summary>
    ExifOwner = 4,

    /// <summary>EXIF BodySerialNumber (0xA431).</summary>
    ExifBodySerialNumber = 8,

    /// <summary>EXIF LensSerialNumber (0xA435).</summary>
    ExifLensSerialNumber = 16,

    /// <summary>A PNG text with an author (PNG, third edition, section 11.3.3): keyword Author, Artist, Creator or Owner.</summary>
    PngAuthor = 32,
}
