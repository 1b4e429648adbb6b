using System.Globalization;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Conversion.Studies;

/// <summary>Reads the attributes that determine the position of a DICOM file among others, up to the pixel data.</summary>
internal static class DicomInstanceReader
{
    private const uint StudyDate = 0x00080020;
    private const uint StudyTime = 0x00080030;
    private const uint SeriesNumber = 0x00200011;
    private const uint ImagePosition = 0x00200032;
    private const uint ImageOrientation = 0x00200037;
    private const int MaximumText = 256;

    /// <summary>Reads a file.</summary>
    /// <param name="reader">The reader, at the start of the file.</param>
    /// <param name="strings">Shares strings that repeat from file to file.</param>
    /// <param name="instance">Receives the values.</param>
    /// <param name="hasPixels">Indicates whether there is pixel data.</param>
    /// <returns>The reason why the file cannot be read; null if it can be read, with or without an image.</returns>
    public static ImageProblem? Read(ForwardReader reader, RecentStrings strings, DicomInstance instance, out bool hasPixels)
    {
        hasPixels = false;
        using DicomFile file = DicomFile.Open(reader, strings);
        if (!file.IsOpen)
        {
            return file.FinalProblem;
        }

        DicomElementReader elements = file.Elements;
        string? time = null;
        double[]? position = null;
        double[]? orientation = null;
        while (!hasPixels && elements.Read())
        {
            if (elements.Kind == DicomNodeKind.SequenceStart)
            {
                elements.Skip();
                continue;
            }

            hasPixels = elements.Kind == DicomNodeKind.PixelData;
            if (elements.Kind != DicomNodeKind.Element)
            {
                continue;
            }

            switch (elements.Tag)
            {
                case DicomTag.SopInstanceUid: instance.SopInstanceUid = Own(elements); break;
                case StudyDate: instance.StudyDate = Text(elements, strings); break;
                case StudyTime: time = Text(elements, strings); break;
                case DicomTag.StudyInstanceUid: instance.StudyInstanceUid = Text(elements, strings); break;
                case DicomTag.SeriesInstanceUid: instance.SeriesInstanceUid = Text(elements, strings); break;
                case SeriesNumber: instance.SeriesNumber = Integer(elements); break;
                case DicomTag.InstanceNumber: instance.InstanceNumber = Integer(elements); break;
                case DicomTag.NumberOfFrames: instance.Frames = Math.Max(1, Integer(elements) ?? 1); break;
                case ImagePosition: position = Decimals(elements, 3); break;
                case ImageOrientation: orientation = Decimals(elements, 6); break;
            }
        }

        bool hasBoth = instance.StudyDate.Length > 0 && !string.IsNullOrEmpty(time);
        instance.StudyDate = hasBoth ? strings.Get(System.Text.Encoding.Latin1.GetBytes(instance.StudyDate + time)) : instance.StudyDate;
        instance.Position = AlongNormal(position, orientation);
        return hasPixels ? null : file.FinalProblem;
    }

    /// <summary>
    /// Returns the component of the position along the normal, which is the cross product of the row and column directions.
    /// </summary>
    private static float? AlongNormal(double[]? position, double[]? orientation)
    {
        if (position is null || orientation is not [double rowX, double rowY, double rowZ, double columnX, double columnY, double columnZ])
        {
            return null;
        }

        double along = (position[0] * ((rowY * columnZ) - (rowZ * columnY)))
            + (position[1] * ((rowZ * columnX) - (rowX * columnZ)))
            + (position[2] * ((rowX * columnY) - (rowY * columnX)));
        return double.IsFinite(along) ? (float)along : null;
    }

    private static string Own(DicomElementReader elements) =>
        elements.TryTakeValue(MaximumText, out ReadOnlySpan<byte> value) ? DicomValue.ToText(value) : "";

    private static string Text(DicomElementReader elements, RecentStrings strings) =>
        elements.TryTakeValue(MaximumText, out ReadOnlySpan<byte> value) ? strings.Get(DicomValue.Trim(value)) : "";

    private static int? Integer(DicomElementReader elements) =>
        elements.TryTakeValue(MaximumText, out ReadOnlySpan<byte> value) ? DicomValue.ToInteger(value) : null;

    private static double[]? Decimals(DicomElementReader elements, int count)
    {
        if (!elements.TryTakeValue(MaximumText, out ReadOnlySpan<byte> value))
        {
            return null;
        }

        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            int end = value.IndexOf((byte)'\\');
            ReadOnlySpan<byte> part = DicomValue.Trim(end < 0 ? value : value[..end]);
            bool isLast = i == count - 1;
            if (isLast != end < 0 || !double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }

            value = end < 0 ? [] : value[(end + 1)..];
        }

        return numbers;
    }
}
