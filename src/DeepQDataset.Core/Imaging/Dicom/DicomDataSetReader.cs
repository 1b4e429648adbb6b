namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Reads a data set up to its pixel data and collects the required attributes of the top level and the attributes that identify the
/// patient.
/// </summary>
/// <param name="elements">The reader, at the start of the data set.</param>
/// <param name="header">Receives the attributes.</param>
/// <param name="pixels">Reads the pixel data; null to stop before it.</param>
internal sealed class DicomDataSetReader(DicomElementReader elements, DicomHeaderBuilder header, IDicomPixelReader? pixels)
{
    /// <summary>Reads the data set.</summary>
    /// <returns>The problem; null if there is none.</returns>
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
    /// Collects the required attributes of a node: at the top level, and those that identify the patient in sequences at any depth that is
    /// read.
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
        bool identifiesPatient = HeaderPrivacyBuilder.Wants(tag);
        if ((isWanted || identifiesPatient) && elements.TryTakeValue(DicomHeaderBuilder.MaximumValueLength, out ReadOnlySpan<byte> value))
        {
            if (isWanted)
            {
                header.Take(elements.Element, value, elements.Encoding);
            }

            if (identifiesPatient)
            {
                header.Privacy.Take(tag, value, elements.Depth == 0);
            }
        }
    }

    /// <summary>
    /// Reads the pixel data. Whether deflated pixel data is complete shows only when it is unpacked, up to the limit of the whole data set.
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
