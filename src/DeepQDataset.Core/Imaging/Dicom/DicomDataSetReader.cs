namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Walks a data set's elements up to its pixel data and takes those of the top level that are wanted. Nesting is a number, not
/// recursion: even depths are data sets, odd ones sequences, since an item lies in a sequence and a sequence in a data set.
/// </summary>
internal sealed class DicomDataSetReader(ForwardReader reader, DicomEncoding encoding, DicomHeaderBuilder header, bool isInflated, IDicomPixelReader? pixels = null)
{
    /// <summary>The most elements before pixel data: far more than any image has, few enough to be read in a moment.</summary>
    private const int MaximumElements = 8_000_000;

    private int _depth;

    /// <summary>Whether there was more than zeros, which read as empty elements of tag (0000,0000).</summary>
    private bool _hasElements;

    /// <summary>The depth from which on all is implicit little endian, within an element of unknown representation (PS3.5 section 6.2.2); 0 if none.</summary>
    private int _implicitDepth;

    /// <summary>Reads on from the reader's position.</summary>
    /// <returns>What is wrong; null if nothing.</returns>
    public ImageProblem? Read()
    {
        if (!reader.TryPeek(DicomElementHeader.MinimumSize, out _))
        {
            return Corrupt("the file ends before its data set");
        }

        for (int count = 0; count < MaximumElements; count++)
        {
            reader.TryPeek(DicomElementHeader.MaximumSize, out ReadOnlySpan<byte> bytes);
            if (bytes.Length < DicomElementHeader.MinimumSize)
            {
                return End(bytes);
            }

            long left = reader.Length - reader.Position;
            DicomEncoding current = _implicitDepth == 0 ? encoding : DicomEncoding.ImplicitLittleEndian;
            if (!DicomElementHeader.TryRead(bytes, current, left, out DicomElementHeader element))
            {
                return bytes.Length < DicomElementHeader.MaximumSize
                    ? Corrupt("the file ends inside an element's header")
                    : Corrupt($"what should be the element {DicomTag.Format(element.Tag)} is none");
            }

            _hasElements |= element.Tag != 0;
            if (ReadElement(element, left, current, out ImageProblem? problem))
            {
                return problem;
            }
        }

        return Corrupt("there are more elements than any image has");
    }

    /// <summary>Passes over one element, or goes into it.</summary>
    /// <returns>True when reading ends here.</returns>
    private bool ReadElement(DicomElementHeader element, long left, DicomEncoding current, out ImageProblem? problem)
    {
        problem = null;
        if (DicomTag.Group(element.Tag) == 0xFFFE)
        {
            problem = ReadDelimiter(element, left);
            return problem is not null;
        }

        if (_depth % 2 != 0)
        {
            problem = Corrupt($"the element {DicomTag.Format(element.Tag)} stands where a sequence's item should");
            return true;
        }

        if (_depth == 0 && (DicomTag.IsPixelData(element.Tag) || element.Tag == DicomTag.DirectoryRecordSequence))
        {
            problem = ReadLast(element, left);
            return true;
        }

        if (element.HasUndefinedLength)
        {
            reader.TrySkip(element.Size);
            _depth++;
            if (element.Vr == ValueRepresentation.UN && _implicitDepth == 0)
            {
                _implicitDepth = _depth;
            }

            return false;
        }

        if (!element.Fits(left))
        {
            problem = TooLong(element, left);
            return true;
        }

        if (!Pass(element, current))
        {
            problem = Corrupt($"the file ends inside the element {DicomTag.Format(element.Tag)}");
            return true;
        }

        return false;
    }

    private bool Pass(DicomElementHeader element, DicomEncoding current)
    {
        if (_depth > 0 || !DicomHeaderBuilder.Wants(element.Tag))
        {
            return reader.TrySkip(element.Size + (long)element.Length);
        }

        int taken = (int)Math.Min(element.Length, DicomHeaderBuilder.MaximumValueLength);
        if (!reader.TrySkip(element.Size) || !reader.TryRead(taken, out ReadOnlySpan<byte> value))
        {
            return false;
        }

        header.Take(element, value, current);
        return reader.TrySkip(element.Length - taken);
    }

    private ImageProblem? ReadDelimiter(DicomElementHeader element, long left)
    {
        bool isInSequence = _depth % 2 != 0;
        switch (element.Tag)
        {
            case DicomTag.Item when !isInSequence:
                return Corrupt("a sequence's item stands outside a sequence");
            case DicomTag.Item when element.HasUndefinedLength:
                _depth++;
                break;
            case DicomTag.Item when !element.Fits(left):
                return TooLong(element, left);
            case DicomTag.Item:
                return reader.TrySkip(element.Size + (long)element.Length) ? null : Corrupt("the file ends inside a sequence");
            case DicomTag.ItemDelimitation when !isInSequence:
                _depth = Math.Max(0, _depth - 1);
                break;
            case DicomTag.SequenceDelimitation:
                _depth = Math.Max(0, isInSequence ? _depth - 1 : _depth - 2);
                break;
        }

        if (_depth < _implicitDepth)
        {
            _implicitDepth = 0;
        }

        reader.TrySkip(element.Size);
        return null;
    }

    private ImageProblem? ReadLast(DicomElementHeader element, long left)
    {
        if (element.Tag == DicomTag.DirectoryRecordSequence)
        {
            header.HasDirectoryRecords = true;
        }
        else
        {
            header.TakePixelData(element);
        }

        if (isInflated)
        {
            return header.HasPixelData ? UnpackPixelData(element, left) : null;
        }

        if (!element.Fits(left))
        {
            return Truncated(element, left);
        }

        if (header.HasPixelData && element.HasUndefinedLength)
        {
            reader.TrySkip(element.Size);
            return pixels is null ? DicomFragments.Check(reader, encoding) : pixels.ReadFragments(reader, encoding, header.Build());
        }

        return pixels is not null && header.HasPixelData ? ReadNative(pixels, element) : null;
    }

    private ImageProblem? ReadNative(IDicomPixelReader pixelReader, DicomElementHeader element)
    {
        reader.TrySkip(element.Size);
        return pixelReader.ReadNative(reader, element.Length, header.Build());
    }

    /// <summary>Whether deflated pixel data are all there shows only by unpacking them, which is done up to the limit that the whole data set has.</summary>
    private ImageProblem? UnpackPixelData(DicomElementHeader element, long left)
    {
        bool isTooMuch = element.HasUndefinedLength || !element.Fits(left);
        if (!isTooMuch && pixels is not null)
        {
            return ReadNative(pixels, element);
        }

        return isTooMuch || reader.TrySkip(element.Size + (long)element.Length)
            ? null
            : new ImageProblem(ImageProblemKind.Truncated, "the file ends inside its pixel data", reader.Position);
    }

    private ImageProblem? End(ReadOnlySpan<byte> rest)
    {
        if (rest.ContainsAnyExcept((byte)0))
        {
            return Corrupt("the file ends inside an element's header");
        }

        if (_depth > 0)
        {
            return Corrupt("the file ends inside a sequence");
        }

        return _hasElements ? null : Corrupt("the data set has no element");
    }

    /// <summary>A value that the file cannot hold at all has a length that lies; any other was cut off with the rest of the header.</summary>
    private ImageProblem TooLong(DicomElementHeader element, long left)
    {
        if (isInflated)
        {
            return Corrupt("more data than any image's header has would have to be unpacked before pixel data");
        }

        return element.Length > reader.Length ? Truncated(element, left) : Corrupt($"the file ends inside the element {DicomTag.Format(element.Tag)}");
    }

    private ImageProblem Truncated(DicomElementHeader element, long left)
    {
        long there = Math.Max(0, left - element.Size);
        string detail = FormattableString.Invariant($"the element {DicomTag.Format(element.Tag)} is {element.Length} bytes long, and the file has {there} of them");
        return new ImageProblem(ImageProblemKind.Truncated, detail, reader.Position);
    }

    private ImageProblem Corrupt(string detail) => new(ImageProblemKind.Corrupt, detail, reader.Position);
}
