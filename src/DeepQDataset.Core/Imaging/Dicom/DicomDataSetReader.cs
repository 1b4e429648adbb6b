namespace DeepQDataset.Imaging.Dicom;

/// <summary>Goes through a data set up to its pixel data and takes those elements of the top level that are wanted.</summary>
/// <param name="elements">At the data set's start.</param>
/// <param name="header">Takes the attributes.</param>
/// <param name="pixels">Reads the pixel data, too; null to stop there.</param>
internal sealed class DicomDataSetReader(DicomElementReader elements, DicomHeaderBuilder header, IDicomPixelReader? pixels)
{
    /// <summary>Reads the data set.</summary>
    /// <returns>What is wrong; null if nothing.</returns>
    public ImageProblem? Read()
    {
        while (elements.Read())
        {
            if (elements.Kind == DicomNodeKind.PixelData)
            {
                header.TakePixelData(elements.Element);
                return ReadPixelData();
            }

            if (elements.Tag == DicomTag.DirectoryRecordSequence)
            {
                header.HasDirectoryRecords = true;
                return elements.IsInflated ? null : elements.CheckLength();
            }

            if (elements.Kind == DicomNodeKind.SequenceStart)
            {
                elements.Skip();
            }
            else if (DicomHeaderBuilder.Wants(elements.Tag) && elements.TryTakeValue(DicomHeaderBuilder.MaximumValueLength, out ReadOnlySpan<byte> value))
            {
                header.Take(elements.Element, value, elements.Encoding);
            }
        }

        return elements.Problem;
    }

    /// <summary>Whether deflated pixel data are all there shows only by unpacking them, which is done up to the limit that the whole data set has.</summary>
    private ImageProblem? ReadPixelData()
    {
        if (elements.CheckLength() is { } cut)
        {
            return elements.IsInflated ? null : cut;
        }

        if (pixels is not null)
        {
            return pixels.Read(elements, header.Build());
        }

        if (elements.IsInflated)
        {
            elements.Skip();
            return elements.Problem;
        }

        return elements.Length is null ? DicomFragments.Check(elements) : null;
    }
}
