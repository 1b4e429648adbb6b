using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

/// <summary>Reads DICOM files from memory, from a stream that can seek and from one that cannot, and expects the same of both.</summary>
internal static class DicomReading
{
    /// <summary>Reads a file that has no problem.</summary>
    public static DicomHeader Header(DicomBuilder file)
    {
        DicomReadResult result = Read(file.Build());
        Assert.Null(result.Problem);
        return result.Header!;
    }

    /// <summary>Reads a file that has one.</summary>
    public static ImageProblem Problem(DicomBuilder file) => Read(file.Build()).Problem!;

    /// <summary>Reads a file.</summary>
    public static DicomReadResult Read(byte[] file)
    {
        DicomHeaderReader dicom = new();
        using ForwardReader reader = new();
        using MemoryStream seekable = new(file);
        reader.Reset(seekable, file.Length);
        DicomReadResult result = dicom.Read(reader);
        using ForwardOnlyStream forward = new(file);
        reader.Reset(forward, file.Length);
        DicomReadResult again = dicom.Read(reader);
        Assert.Equal(result.Problem, again.Problem);
        Assert.Equal(result.Header?.SopInstanceUid, again.Header?.SopInstanceUid);
        Assert.Equal(result.Header?.HasPixelData, again.Header?.HasPixelData);
        return result;
    }

    /// <summary>Gives a few bytes at a time and cannot seek, like a deflated zip entry.</summary>
    private sealed class ForwardOnlyStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1000));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1000)]);

        public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException();
    }
}
