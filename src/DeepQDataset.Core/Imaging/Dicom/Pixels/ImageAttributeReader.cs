using System.Globalization;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Reads the attributes of a data set that describe the pixels, up to the pixel data.</summary>
internal sealed class ImageAttributeReader
{
    private const int MaximumText = 256;
    private const int MaximumTableBytes = 2 * 65536;

    private readonly DicomImageAttributes _attributes = new();
    private uint _outer;
    private uint _inner;
    private int _item;

    private ImageAttributeReader()
    {
    }

    /// <summary>Reads the attributes.</summary>
    /// <param name="elements">The reader, at the start of the data set. It is moved to the pixel data, if there is any.</param>
    /// <param name="hasPixelData">Indicates whether the pixel data was reached.</param>
    public static DicomImageAttributes Read(DicomElementReader elements, out bool hasPixelData)
    {
        ImageAttributeReader reader = new();
        hasPixelData = false;
        while (!hasPixelData && elements.Read())
        {
            switch (elements.Kind)
            {
                case DicomNodeKind.PixelData when elements.Depth == 0:
                    hasPixelData = true;
                    break;
                case DicomNodeKind.PixelData:
                    elements.Skip();
                    break;
                case DicomNodeKind.SequenceStart:
                    reader.EnterOrSkip(elements);
                    break;
                case DicomNodeKind.ItemStart when elements.Depth == 1:
                    reader.StartItem(elements);
                    break;
                case DicomNodeKind.Element:
                    reader.Take(elements);
                    break;
            }
        }

        return reader._attributes;
    }

    private void EnterOrSkip(DicomElementReader elements)
    {
        uint tag = elements.Tag;
        if (elements.Depth == 0
            && tag is PixelTag.ModalityLutSequence or PixelTag.VoiLutSequence or PixelTag.SharedGroups or PixelTag.PerFrameGroups)
        {
            _outer = tag;
            _inner = 0;
            _item = 0;
        }
        else if (elements.Depth == 2 && _outer is PixelTag.SharedGroups or PixelTag.PerFrameGroups
            && tag is PixelTag.PixelValueTransformation or PixelTag.FrameVoiLut)
        {
            _inner = tag;
        }
        else
        {
            elements.Skip();
        }
    }

    private void StartItem(DicomElementReader elements)
    {
        _item++;
        if (_outer == PixelTag.PerFrameGroups)
        {
            _attributes.PerFrame.Add(new FrameAttributes());
        }
        else if (_item > 1)
        {
            elements.Skip();
        }
    }

    private void Take(DicomElementReader elements)
    {
        switch (elements.Depth)
        {
            case 0:
                TakeOfImage(elements);
                break;
            case 2 when _outer == PixelTag.ModalityLutSequence:
                TakeOfTable(elements, _attributes.ModalityTable, PixelTag.LutDescriptor, PixelTag.LutData);
                break;
            case 2 when _outer == PixelTag.VoiLutSequence:
                TakeOfTable(elements, _attributes.VoiTable, PixelTag.LutDescriptor, PixelTag.LutData);
                break;
            case 4 when _inner != 0:
                TakeOfFrame(elements, _outer == PixelTag.PerFrameGroups ? _attributes.PerFrame[^1] : _attributes.Shared);
                break;
        }
    }

    private void TakeOfImage(DicomElementReader elements)
    {
        switch (elements.Tag)
        {
            case DicomTag.SamplesPerPixel: _attributes.SamplesPerPixel ??= Number(elements); break;
            case DicomTag.PhotometricInterpretation: _attributes.Photometric ??= Text(elements); break;
            case PixelTag.PlanarConfiguration: _attributes.PlanarConfiguration ??= Number(elements); break;
            case DicomTag.NumberOfFrames: _attributes.NumberOfFrames ??= Integer(elements); break;
            case DicomTag.Rows: _attributes.Rows ??= Number(elements); break;
            case DicomTag.Columns: _attributes.Columns ??= Number(elements); break;
            case DicomTag.BitsAllocated: _attributes.BitsAllocated ??= Number(elements); break;
            case DicomTag.BitsStored: _attributes.BitsStored ??= Number(elements); break;
            case PixelTag.HighBit: _attributes.HighBit ??= Number(elements); break;
            case PixelTag.PixelRepresentation: _attributes.PixelRepresentation ??= Number(elements); break;
            case PixelTag.PixelPaddingValue: _attributes.PixelPaddingValue ??= Number(elements); break;
            case PixelTag.PixelPaddingRangeLimit: _attributes.PixelPaddingRangeLimit ??= Number(elements); break;
            case >= PixelTag.RedDescriptor and < PixelTag.RedDescriptor + 3:
                TakeOfTable(elements, _attributes.Palette[elements.Tag - PixelTag.RedDescriptor], elements.Tag, 0);
                break;
            case >= PixelTag.RedData and < PixelTag.RedData + 3:
                TakeOfTable(elements, _attributes.Palette[elements.Tag - PixelTag.RedData], 0, elements.Tag);
                break;
            case >= PixelTag.RedSegments and < PixelTag.RedSegments + 3:
                _attributes.Palette[elements.Tag - PixelTag.RedSegments].SegmentedData ??= Words(elements, out _);
                break;
            default: TakeOfFrame(elements, _attributes.Image); break;
        }
    }

    private static void TakeOfFrame(DicomElementReader elements, FrameAttributes frame)
    {
        switch (elements.Tag)
        {
            case PixelTag.WindowCenter: frame.Center ??= Decimal(elements); break;
            case PixelTag.WindowWidth: frame.Width ??= Decimal(elements); break;
            case PixelTag.VoiLutFunction: frame.Function ??= Text(elements); break;
            case PixelTag.RescaleIntercept: frame.Intercept ??= Decimal(elements); break;
            case PixelTag.RescaleSlope: frame.Slope ??= Decimal(elements); break;
        }
    }

    private static void TakeOfTable(DicomElementReader elements, RawLookupTable table, uint descriptor, uint data)
    {
        if (elements.Tag == descriptor)
        {
            table.IsDescriptorSigned = elements.Vr == ValueRepresentation.SS;
            table.Descriptor ??= Words(elements, out _);
        }
        else if (elements.Tag == data && table.Data is null)
        {
            table.Data = Words(elements, out int bytes);
            table.DataBytes = bytes;
        }
    }

    private static int? Number(DicomElementReader elements) =>
        elements.TryTakeValue(sizeof(uint), out ReadOnlySpan<byte> value)
            ? DicomValue.ToUnsigned(elements.Vr, value, elements.Encoding)
            : null;

    private static string? Text(DicomElementReader elements) =>
        elements.TryTakeValue(MaximumText, out ReadOnlySpan<byte> value) ? DicomValue.ToText(value) : null;

    private static int? Integer(DicomElementReader elements) =>
        elements.TryTakeValue(MaximumText, out ReadOnlySpan<byte> value) ? DicomValue.ToInteger(value) : null;

    /// <summary>Returns the first number of a DS or IS.</summary>
    private static double? Decimal(DicomElementReader elements)
    {
        if (!elements.TryTakeValue(MaximumText, out ReadOnlySpan<byte> value))
        {
            return null;
        }

        int end = value.IndexOf((byte)'\\');
        ReadOnlySpan<byte> first = DicomValue.Trim(end < 0 ? value : value[..end]);
        return double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : null;
    }

    private static ushort[]? Words(DicomElementReader elements, out int bytes)
    {
        bytes = 0;
        List<byte> taken = [];
        while (taken.Count < MaximumTableBytes && elements.TryReadPiece(out ReadOnlySpan<byte> piece))
        {
            taken.AddRange(piece[..Math.Min(piece.Length, MaximumTableBytes - taken.Count)]);
        }

        bytes = taken.Count;
        if (bytes % 2 != 0)
        {
            taken.Add(0);
        }

        ushort[] words = new ushort[taken.Count / 2];
        ReadOnlySpan<byte> all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(taken);
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = elements.Encoding.ReadUInt16(all[(2 * i)..]);
        }

        return words;
    }
}
