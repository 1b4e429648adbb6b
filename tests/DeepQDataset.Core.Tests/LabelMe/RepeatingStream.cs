using System.Text;

namespace DeepQDataset.Core.Tests.LabelMe;

/// <summary>A start, a piece many times over, and an end, without ever holding them as a whole.</summary>
internal sealed class RepeatingStream(string start, byte[] piece, int times, string end) : Stream
{
    private readonly byte[] _start = Encoding.UTF8.GetBytes(start);
    private readonly byte[] _end = Encoding.UTF8.GetBytes(end);
    private int _part;
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_part > times + 1)
        {
            return 0;
        }

        byte[] part = _part == 0 ? _start : _part <= times ? piece : _end;
        int step = Math.Min(count, part.Length - _position);
        part.AsSpan(_position, step).CopyTo(buffer.AsSpan(offset));
        _position += step;
        if (_position == part.Length)
        {
            _part++;
            _position = 0;
        }

        return step;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
