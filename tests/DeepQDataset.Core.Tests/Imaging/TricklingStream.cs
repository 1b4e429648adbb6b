namespace DeepQDataset.Core.Tests.Imaging;

/// <summary>A stream that cannot seek and gives at most 97 bytes a read, like a deflated entry at its worst.</summary>
internal sealed class TricklingStream(byte[] content) : Stream
{
    private int _position;
    private int _turn;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        _turn = (_turn * 5 + 1) % 97;
        int step = Math.Min(Math.Min(count, _turn + 1), content.Length - _position);
        Array.Copy(content, _position, buffer, offset, step);
        _position += step;
        return step;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
