using System.Runtime.InteropServices;
using DeepQDataset.Imaging.Jpeg;
using JpegLibrary;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Collects the blocks that JpegLibrary decodes, each component in its own size. Chrominance of half the width, or of half the width and
/// height, is interpolated with the weights ¾ and ¼ of the two nearest samples, as in most decoders.
/// </summary>
internal sealed class JpegPlanes : JpegBlockOutputWriter
{
    private const int BlockSide = 8;

    private Plane[] _planes = [];
    private int _maximum;

    /// <summary>Allocates space for a frame.</summary>
    /// <param name="tables">The header of the frame.</param>
    /// <param name="precision">The number of bits of a sample.</param>
    public void Start(JpegTableSet tables, int precision)
    {
        _maximum = (1 << precision) - 1;
        JpegComponent[] components = tables.Components;
        if (_planes.Length != components.Length)
        {
            _planes = Array.ConvertAll(components, _ => new Plane());
        }

        for (int i = 0; i < components.Length; i++)
        {
            int across = tables.LargestAcross / components[i].Across;
            int down = tables.LargestDown / components[i].Down;
            _planes[i].Start(across, down, JpegTableSet.Parts(tables.Width, across), JpegTableSet.Parts(tables.Height, down));
        }
    }

    /// <inheritdoc/>
    public override void WriteBlock(ref short blockRef, int componentIndex, int x, int y) =>
        _planes[componentIndex].Take(MemoryMarshal.CreateReadOnlySpan(ref blockRef, BlockSide * BlockSide), x, y, _maximum);

    /// <summary>Interleaves the samples by pixel.</summary>
    /// <param name="format">The size of the frame.</param>
    /// <param name="samples">Receives the samples.</param>
    public void CopyTo(PixelFormat format, FrameSamples samples)
    {
        int sampleBytes = _maximum > byte.MaxValue ? 2 : 1;
        int channels = _planes.Length;
        samples.Prepare(format.Pixels * channels * sampleBytes, sampleBytes, isPlanar: false);
        Span<byte> bytes = samples.Bytes;
        Span<ushort> words = samples.Words;
        ushort[] row = new ushort[format.Columns + 1];
        for (int channel = 0; channel < channels; channel++)
        {
            for (int y = 0; y < format.Rows; y++)
            {
                _planes[channel].ReadRow(y, row);
                int at = (y * format.Columns * channels) + channel;
                for (int x = 0; x < format.Columns; x++, at += channels)
                {
                    if (sampleBytes == 1)
                    {
                        bytes[at] = (byte)row[x];
                    }
                    else
                    {
                        words[at] = row[x];
                    }
                }
            }
        }
    }

    /// <summary>Represents the samples of one component.</summary>
    private sealed class Plane
    {
        private ushort[] _samples = [];
        private int[] _sums = [];
        private int _across;
        private int _down;
        private int _width;
        private int _height;

        public void Start(int across, int down, int width, int height)
        {
            (_across, _down, _width, _height) = (across, down, width, height);
            if (_samples.Length < width * height)
            {
                _samples = new ushort[width * height];
            }

            // Nothing of the previous image may remain.
            _samples.AsSpan(0, width * height).Clear();

            if (_sums.Length < width)
            {
                _sums = new int[width];
            }
        }

        /// <summary>Stores a block. The library has repeated each sample for all its pixels, which is reverted.</summary>
        public void Take(ReadOnlySpan<short> block, int left, int top, int maximum)
        {
            int firstColumn = left / _across;
            int firstRow = top / _down;
            for (int row = 0; row < BlockSide && firstRow + (row / _down) < _height; row += _down)
            {
                int at = (firstRow + (row / _down)) * _width;
                for (int column = 0; column < BlockSide && firstColumn + (column / _across) < _width; column += _across)
                {
                    _samples[at + firstColumn + (column / _across)] = (ushort)
                        Math.Clamp((int)block[(row * BlockSide) + column], 0, maximum);
                }
            }
        }

        /// <summary>Reads a row of the image.</summary>
        /// <param name="y">The index of the row.</param>
        /// <param name="row">Receives the row, which may be one pixel wider than the image.</param>
        public void ReadRow(int y, Span<ushort> row)
        {
            ReadOnlySpan<ushort> nearest = _samples.AsSpan(y / _down * _width, _width);
            if (_across == 2 && _down <= 2 && _width > 2)
            {
                SpreadRow(y, nearest, row);
                return;
            }

            for (int x = 0; x < _width * _across && x < row.Length; x++)
            {
                row[x] = nearest[x / _across];
            }
        }

        private void SpreadRow(int y, ReadOnlySpan<ushort> nearest, Span<ushort> row)
        {
            Span<int> sums = _sums.AsSpan(0, _width);
            int other = Math.Clamp(y % 2 == 0 ? (y / 2) - 1 : (y / 2) + 1, 0, _height - 1);
            ReadOnlySpan<ushort> next = _down == 1 ? nearest : _samples.AsSpan(other * _width, _width);
            for (int i = 0; i < _width; i++)
            {
                sums[i] = (3 * nearest[i]) + next[i];
            }

            // The sums have weight 4. The two pixels of a sample are rounded in different directions, so that the average shade is
            // unchanged.
            for (int i = 0; i < _width; i++)
            {
                int before = sums[Math.Max(0, i - 1)];
                int behind = sums[Math.Min(_width - 1, i + 1)];
                row[2 * i] = (ushort)(((3 * sums[i]) + before + (_down == 1 ? 4 : 8)) >> 4);
                if ((2 * i) + 1 < row.Length)
                {
                    row[(2 * i) + 1] = (ushort)(((3 * sums[i]) + behind + (_down == 1 ? 8 : 7)) >> 4);
                }
            }
        }
    }
}
