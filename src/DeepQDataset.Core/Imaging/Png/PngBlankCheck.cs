namespace DeepQDataset.Imaging.Png;

/// <summary>
/// Determines whether all pixels of a PNG have the same value. As long as they do, the bytes to the left, above and above left are known,
/// so that each filter can be reverted without keeping a row (PNG, third edition, section 9.2). The check stops at the first different
/// pixel.
/// </summary>
internal sealed class PngBlankCheck
{
    private readonly byte[] _pixel = new byte[8];
    private int _pixelBytes;
    private int _bitDepth;
    private bool _hasPixel;
    private long _rowBytes;
    private byte _lastMask;
    private byte _lastAbove;
    private byte _filter;
    private bool _isFirstRow;
    private long _column;

    /// <summary>Gets a value that indicates whether all pixels so far have the same value.</summary>
    public bool IsBlank { get; private set; }

    /// <summary>Starts the next image.</summary>
    /// <param name="bitDepth">The number of bits of a sample.</param>
    /// <param name="pixelBytes">The number of bytes of a pixel, at least 1.</param>
    public void Start(int bitDepth, int pixelBytes)
    {
        IsBlank = true;
        _bitDepth = bitDepth;
        _pixelBytes = pixelBytes;
        _hasPixel = false;
    }

    /// <summary>Starts the next pass, or the only one.</summary>
    /// <param name="rowBytes">The number of bytes of a row, without the filter type.</param>
    /// <param name="padding">The number of unused bits at the end of a row.</param>
    public void StartPass(long rowBytes, int padding)
    {
        _rowBytes = rowBytes;
        _lastMask = (byte)(0xFF << padding);
    }

    /// <summary>Starts the next row.</summary>
    public void StartRow(byte filter, bool isFirst)
    {
        _filter = filter;
        _isFirstRow = isFirst;
        _column = 0;
    }

    /// <summary>Checks the next bytes of a row.</summary>
    public void Take(ReadOnlySpan<byte> filtered)
    {
        int index = (int)(_column % _pixelBytes);
        foreach (byte value in filtered)
        {
            bool isLast = _column == _rowBytes - 1;
            bool isFirstPixel = _column < _pixelBytes;
            byte known = _pixel[index];
            byte left = isFirstPixel ? (byte)0 : known;
            byte above = _isFirstRow ? (byte)0 : isLast ? _lastAbove : known;
            byte aboveLeft = isFirstPixel || _isFirstRow ? (byte)0 : known;
            byte raw = (byte)(value + Predict(_filter, left, above, aboveLeft));
            if (!_hasPixel)
            {
                known = Repeat(raw);
                _pixel[index] = known;
                _hasPixel = index == _pixelBytes - 1;
            }

            byte mask = isLast ? _lastMask : (byte)0xFF;
            if (((raw ^ known) & mask) != 0)
            {
                IsBlank = false;
                return;
            }

            _lastAbove = isLast ? raw : _lastAbove;
            _column++;
            index = index + 1 == _pixelBytes ? 0 : index + 1;
        }
    }

    /// <summary>Returns the prediction of a filter type for a byte from those to the left, above, and above left (section 9.2).</summary>
    internal static int Predict(int filter, byte left, byte above, byte aboveLeft) => filter switch
    {
        0 => 0,
        1 => left,
        2 => above,
        3 => (left + above) / 2,
        _ => Paeth(left, above, aboveLeft),
    };

    private static byte Paeth(byte left, byte above, byte aboveLeft)
    {
        int estimate = left + above - aboveLeft;
        int toLeft = Math.Abs(estimate - left);
        int toAbove = Math.Abs(estimate - above);
        int toAboveLeft = Math.Abs(estimate - aboveLeft);
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }

    /// <summary>Returns a byte in which each pixel equals the first pixel of the given one.</summary>
    private byte Repeat(byte raw)
    {
        if (_bitDepth >= 8)
        {
            return raw;
        }

        int pixel = raw >> (8 - _bitDepth);
        int repeated = 0;
        for (int bit = 0; bit < 8; bit += _bitDepth)
        {
            repeated |= pixel << bit;
        }

        return (byte)repeated;
    }
}
