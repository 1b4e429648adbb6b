using System.Numerics;

namespace DeepQDataset.Masks;

/// <summary>
/// Builds a mask with eight pixels in a byte, as the platform packs them (guide 3.0, Data Formats). Filled areas are added to the mask.
/// Coordinates are in pixels from the top-left corner of the image, so that the centre of the first pixel is (0.5, 0.5). A pixel is inside
/// if its centre is, including a centre on a left or upper edge. Areas outside of the image are ignored.
/// </summary>
internal sealed class MaskBuilder
{
    private readonly byte[] _packed;

    /// <summary>Initializes a new instance of the <see cref="MaskBuilder"/> class with an empty mask.</summary>
    /// <param name="width">The width in pixels, at least 1.</param>
    /// <param name="height">The height in pixels, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mask has no pixel, or more than <see cref="MaskText.MaximumPixels"/>.</exception>
    public MaskBuilder(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)width * height, MaskText.MaximumPixels, nameof(height));
        (Width, Height) = (width, height);
        _packed = new byte[MaskText.PackedLength(width, height)];
    }

    /// <summary>Initializes a new instance of the <see cref="MaskBuilder"/> class with packed pixels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mask has no pixel, or more than <see cref="MaskText.MaximumPixels"/>.</exception>
    public MaskBuilder(int width, int height, ReadOnlySpan<byte> packed)
        : this(width, height) => packed[.._packed.Length].CopyTo(_packed);

    /// <summary>Gets the width in pixels.</summary>
    public int Width { get; }

    /// <summary>Gets the height in pixels.</summary>
    public int Height { get; }

    /// <summary>Gets the pixels row by row, the first one in the highest bit; the last byte is padded with zeros.</summary>
    public ReadOnlySpan<byte> Packed => _packed;

    /// <summary>Gets a value that indicates whether a pixel is inside.</summary>
    public bool this[int x, int y]
    {
        get
        {
            int position = (y * Width) + x;
            return (_packed[position >> 3] & (0x80 >> (position & 7))) != 0;
        }
    }

    /// <summary>Adds the pixels of another mask of the same size.</summary>
    public void Join(ReadOnlySpan<byte> packed)
    {
        for (int at = 0; at < _packed.Length; at++)
        {
            _packed[at] |= packed[at];
        }
    }

    /// <summary>Returns the number of pixels inside.</summary>
    public long Count() => Count(_packed);

    /// <summary>Returns the number of pixels inside a packed mask.</summary>
    public static long Count(ReadOnlySpan<byte> packed)
    {
        long count = 0;
        foreach (byte pixels in packed)
        {
            count += BitOperations.PopCount(pixels);
        }

        return count;
    }

    /// <summary>Returns the mask as text for label.csv.</summary>
    public string ToText() => MaskText.Encode(_packed);

    /// <summary>Adds a pixel.</summary>
    public void Set(int x, int y)
    {
        int position = (y * Width) + x;
        _packed[position >> 3] |= (byte)(0x80 >> (position & 7));
    }

    /// <summary>Adds the pixels of a row whose centres are between two coordinates.</summary>
    /// <param name="y">The row.</param>
    /// <param name="left">The start, inclusive.</param>
    /// <param name="right">The end, exclusive.</param>
    /// <returns>The number of those pixels.</returns>
    public int FillRow(int y, double left, double right)
    {
        int first = FirstCentre(left, Width);
        int end = FirstCentre(right, Width);
        if (end <= first)
        {
            return 0;
        }

        FillPixels((y * Width) + first, (y * Width) + end);
        return end - first;
    }

    /// <summary>Fills an upright rectangle.</summary>
    /// <returns>The number of pixels of the image inside the rectangle.</returns>
    public long FillRectangle(double left, double top, double right, double bottom)
    {
        long count = 0;
        int end = FirstCentre(bottom, Height);
        for (int y = FirstCentre(top, Height); y < end; y++)
        {
            count += FillRow(y, left, right);
        }

        return count;
    }

    /// <summary>Fills a circle.</summary>
    /// <returns>The number of pixels of the image inside the circle.</returns>
    public long FillCircle(double x, double y, double radius)
    {
        long count = 0;
        int end = FirstCentre(y + radius, Height);
        for (int row = FirstCentre(y - radius, Height); row < end; row++)
        {
            double distance = row + 0.5 - y;
            double half = Math.Sqrt(Math.Max(0, (radius * radius) - (distance * distance)));
            count += FillRow(row, x - half, x + half);
        }

        return count;
    }

    /// <summary>Returns the first pixel whose centre is not before a coordinate; the length if there is none.</summary>
    internal static int FirstCentre(double coordinate, int length) => coordinate <= 0.5 ? 0
        : coordinate > length - 0.5 ? length
        : (int)Math.Ceiling(coordinate - 0.5);

    private void FillPixels(int start, int end)
    {
        int firstByte = start >> 3;
        int lastByte = (end - 1) >> 3;
        byte head = (byte)(0xFF >> (start & 7));
        byte tail = (byte)(0xFF << (7 - ((end - 1) & 7)));
        if (firstByte == lastByte)
        {
            _packed[firstByte] |= (byte)(head & tail);
            return;
        }

        _packed[firstByte] |= head;
        _packed.AsSpan(firstByte + 1, lastByte - firstByte - 1).Fill(0xFF);
        _packed[lastByte] |= tail;
    }
}
