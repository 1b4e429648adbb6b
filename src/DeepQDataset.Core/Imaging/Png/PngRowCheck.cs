namespace DeepQDataset.Imaging.Png;

/// <summary>
/// Follows the decompressed data of a PNG row by row: a filter type and the filtered bytes, separately for each pass of an interlaced image
/// (PNG, third edition, sections 7 to 9).
/// </summary>
internal sealed class PngRowCheck
{
    private const byte HighestFilter = 4;

    /// <summary>The starts and steps of the passes of an interlaced image (section 8.2).</summary>
    internal static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly (long RowBytes, long Rows, int Padding)[] _passes = new (long, long, int)[Adam7.Length];
    private readonly PngBlankCheck _blank = new();
    private int _passCount;
    private int _pass;
    private long _row;
    private long _left;
    private bool _isRowStart;

    /// <summary>Gets a value that indicates whether all rows have been read.</summary>
    public bool IsComplete => _pass == _passCount;

    /// <summary>Gets a value that indicates whether all pixels so far have the same value.</summary>
    public bool IsBlank => _blank.IsBlank;

    /// <summary>Starts the next image.</summary>
    /// <param name="header">The header.</param>
    /// <param name="isInterlaced">Indicates whether the image is interlaced by Adam7.</param>
    public void Start(ImageHeader header, bool isInterlaced)
    {
        int bits = header.BitDepth * header.Channels;
        _passCount = 0;
        if (isInterlaced)
        {
            foreach ((int x, int y, int stepX, int stepY) in Adam7)
            {
                AddPass(((long)header.Width - x + stepX - 1) / stepX, ((long)header.Height - y + stepY - 1) / stepY, bits);
            }
        }
        else
        {
            AddPass(header.Width, header.Height, bits);
        }

        _blank.Start(header.BitDepth, Math.Max(1, bits / 8));
        _pass = -1;
        NextPass();
    }

    /// <summary>Checks the next bytes.</summary>
    /// <returns>The problem, as a clause; null if there is none.</returns>
    public string? Take(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            if (IsComplete)
            {
                return "there are more image data than the header promises";
            }

            if (_isRowStart)
            {
                byte filter = data[0];
                if (filter > HighestFilter)
                {
                    return FormattableString.Invariant($"row {_row} has the filter type {filter}, which is invalid");
                }

                _blank.StartRow(filter, isFirst: _row == 0);
                _isRowStart = false;
                data = data[1..];
                continue;
            }

            int count = (int)Math.Min(_left, data.Length);
            if (_blank.IsBlank)
            {
                _blank.Take(data[..count]);
            }

            data = data[count..];
            _left -= count;
            if (_left == 0)
            {
                NextRow();
            }
        }

        return null;
    }

    /// <summary>Describes how far the data reaches, as a clause.</summary>
    public string DescribeShortage() => _passCount == 1
        ? FormattableString.Invariant($"the image data end in row {_row} of {_passes[0].Rows}")
        : FormattableString.Invariant($"the image data end in row {_row} of {_passes[_pass].Rows} of pass {_pass + 1} of {_passCount}");

    private void AddPass(long width, long height, int bits)
    {
        if (width > 0 && height > 0)
        {
            long rowBytes = ((width * bits) + 7) / 8;
            _passes[_passCount++] = (rowBytes, height, (int)((rowBytes * 8) - (width * bits)));
        }
    }

    private void NextPass()
    {
        _pass++;
        _row = -1;
        if (!IsComplete)
        {
            _blank.StartPass(_passes[_pass].RowBytes, _passes[_pass].Padding);
            NextRow();
        }
    }

    private void NextRow()
    {
        _row++;
        if (_row == _passes[_pass].Rows)
        {
            NextPass();
            return;
        }

        _left = _passes[_pass].RowBytes;
        _isRowStart = true;
    }
}
