namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Goes through a data set up to its pixel data and takes those elements of the top level that are wanted, and what tells of the patient.
/// </summary>
/// <param name="elements">At the data set's start.</param>
/// <param name="header">Receives the attributes.</param>
/// <param name="pixels">Reads the pixel data, too; null to stop there.</param>
internal sealed class DicomDataSetReader(DicomElementReader elements, DicomHeaderBuilder header, IDicomPixelReader? pixels)
{
    /// <summary>Reads the data set.</summary>
    /// <returns>What is wrong; null if nothing.</returns>
    public ImageProblem? Read()
    {
        while (elements.Read())
        {
            if (elements.Kind == DicomNodeKind.PixelData && elements.Depth == 0)
            {
                header.TakePixelData(elements.Element);
                return ReadPixelData();
            }

            if (elements.Tag == DicomTag.DirectoryRecordSequence && elements.Depth == 0)
            {
                header.HasDirectoryRecords = true;
                return elements.IsInflated ? null : elements.CheckLength();
            }

            Take();
        }

        return elements.Problem;
    }

    /// <summary>
    /// Takes what is wanted of a node: of the top level, and what tells of the patient in sequences, too, as deep as they are read.
    /// </summary>
    private void Take()
    {
        bool isSequence = elements.Kind == DicomNodeKind.SequenceStart;
        if (!isSequence && elements.Kind != DicomNodeKind.Element)
        {
            if (elements.Kind == DicomNodeKind.PixelData)
            {
                elements.Skip();
            }

            return;
        }

        uint tag = elements.Tag;
        bool isPrivate = DicomTag.IsPrivate(tag);
        if (isPrivate)
        {
            header.Privacy.TakePrivate(tag);
        }

        if (isSequence)
        {
            if (isPrivate || elements.Depth >= DicomElementReader.MaximumDepth)
            {
                elements.Skip();
            }

            return;
        }

        if (tag == DicomTag.ExtendedOffsetTable && elements.Depth == 0)
        {
            pixels?.TakeOffsetTable(elements);
            return;
        }

        bool isWanted = elements.Depth == 0 && DicomHeaderBuilder.Wants(tag);
        bool tellsOfPatient = HeaderPrivacyBuilder.Wants(tag);
        if ((isWanted || tellsOfPatient) && elements.TryTakeValue(DicomHeaderBuilder.MaximumValueLength, out ReadOnlySpan<byte> value))
        {
            if (isWanted)
            {
                header.Take(elements.Element, value, elements.Encoding);
            }

            if (tellsOfPatient)
            {
                header.Privacy.Take(tag, value, elements.Depth == 0);
            }
        }
    }

    /// <summary>
    /// Determines whether deflated pixel data are all there shows only by unpacking them, which is done up to the limit that the whole data
    /// set has.
    /// </summary>
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
