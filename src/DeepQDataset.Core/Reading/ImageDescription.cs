using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Inventory;

namespace DeepQDataset.Reading;

/// <summary>Describes images.</summary>
internal static class ImageDescription
{
    /// <summary>Describes an image.</summary>
    /// <param name="dataset">The name of the dataset.</param>
    /// <param name="image">The image in the inventory.</param>
    /// <param name="probe">The result of probing it; null for an empty file.</param>
    /// <param name="classes">The classes of its labels.</param>
    public static DqImage Of(string dataset, ImageEntry image, ImageProbeResult? probe, DqStringList classes)
    {
        ImageHeader? header = probe?.Header;
        DicomHeader? dicom = probe?.Dicom;
        return new DqImage
        {
            Dataset = dataset,
            Path = image.Path,
            Format = probe?.Format ?? DqImageFormat.Unknown,
            Width = Known(header?.Width) ?? dicom?.Columns,
            Height = Known(header?.Height) ?? dicom?.Rows,
            BitDepth = Known(header?.BitDepth) ?? dicom?.BitsStored,
            Channels = Known(header?.Channels) ?? dicom?.SamplesPerPixel,
            Frames = header?.Frames,
            Photometric = header?.Photometric,
            Orientation = header?.Orientation,
            Bytes = image.Length,
            Study = image.Study ?? dicom?.StudyInstanceUid,
            Series = image.Series ?? dicom?.SeriesInstanceUid,
            Labels = classes,
            SopInstanceUid = dicom?.SopInstanceUid,
            StudyInstanceUid = dicom?.StudyInstanceUid,
            SeriesInstanceUid = dicom?.SeriesInstanceUid,
            InstanceNumber = dicom?.InstanceNumber,
            Modality = dicom?.Modality,
            TransferSyntax = dicom?.TransferSyntaxUid,
            TransferSyntaxName = TransferSyntax.Find(dicom?.TransferSyntaxUid)?.Name,
            WindowCenter = dicom?.WindowCenter,
            WindowWidth = dicom?.WindowWidth,
            Problem = probe is null ? "the file is empty" : probe.Problem?.Detail,
        };
    }

    /// <summary>Returns a size, or null for 0, which is the size of a DICOM file without pixel data.</summary>
    private static int? Known(int? number) => number > 0 ? number : null;
}
