using System.Collections.Concurrent;
using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Imaging.Dicom.Pixels;
using DeepQDataset.Imaging.Png;

namespace DeepQDataset.Conversion.Studies;

/// <summary>Writes the frames of a DICOM file as PNG files, each completely or not at all. Safe for use by several threads.</summary>
/// <param name="destination">The output folder.</param>
/// <param name="window">The values to show between black and white.</param>
/// <param name="cancellation">The token to monitor for cancellation requests.</param>
internal sealed class StudyImageWriter(StudyDestination destination, WindowChoice window, CancellationToken cancellation) : IDisposable
{
    private readonly ConcurrentBag<Tools> _idle = [];

    /// <summary>Writes the frames of an instance.</summary>
    /// <param name="series">The series of the instance.</param>
    /// <param name="index">The index of the instance in the series.</param>
    /// <returns>Which frames were written, and why the others were not.</returns>
    /// <exception cref="DatasetException">The disk is full, so that further images would fail as well.</exception>
    public StudyOutcome Write(StudySeries series, int index)
    {
        Tools tools = _idle.TryTake(out Tools? idle) ? idle : new Tools();
        try
        {
            return Write(series, index, tools);
        }
        finally
        {
            _idle.Add(tools);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out Tools? tools))
        {
            tools.Dispose();
        }
    }

    private StudyOutcome Write(StudySeries series, int index, Tools tools)
    {
        DicomInstance instance = series.Instances[index];
        List<int> written = [];
        FrameNumbers failed = new();
        string? fault = null;
        try
        {
            using Stream stream = instance.Source.Open(instance.Entry);
            tools.Reader.Reset(stream, instance.Entry.Length, readsAll: true, cancellation);
            using DicomFile file = DicomFile.Open(tools.Reader);
            fault = tools.Pixels.Open(file);
            int next = 0;
            for (bool canGoOn = fault is null; canGoOn && next < instance.Frames; next++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (tools.Pixels.Next(window) is string ownFault)
                {
                    fault ??= ownFault;
                    failed.Add(next, next);
                    canGoOn = tools.Pixels.CanGoOn;
                    continue;
                }

                destination.MakeFolder(series);
                WriteFrame(destination.PathOf(series.NameOf(index, next)), tools);
                written.Add(next);
            }

            if (next < instance.Frames)
            {
                failed.Add(next, instance.Frames - 1);
            }

            return Outcome(failed.Count == 0 ? null : StudyErrors.NotConverted(instance.Location, failed, instance.Frames, fault!));
        }
        catch (DatasetException exception) when (exception.Kind != DatasetErrorKind.OutOfSpace)
        {
            return Outcome(exception);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            int next = written.Count + (int)failed.Count;
            failed.Add(next, instance.Frames - 1);
            return Outcome(
                StudyErrors.NotConverted(instance.Location, failed, instance.Frames, fault ?? exception.Message.TrimEnd('.')));
        }

        StudyOutcome Outcome(DatasetException? failure) =>
            new(series, index, written, tools.Pixels.Width, tools.Pixels.Height, tools.Pixels.Remark, failure);
    }

    private void WriteFrame(string path, Tools tools)
    {
        using AtomicFile file = destination.Create(path);
        tools.Png.Write(file.Stream, tools.Pixels.Width, tools.Pixels.Height, tools.Pixels.Channels, tools.Pixels.Pixels);
        file.Commit();
    }

    /// <summary>Holds the objects of one thread.</summary>
    private sealed class Tools : IDisposable
    {
        public ForwardReader Reader { get; } = new();

        public DicomPixelReader Pixels { get; } = new();

        public PngWriter Png { get; } = new();

        public void Dispose()
        {
            Reader.Dispose();
            Pixels.Dispose();
            Png.Dispose();
        }
    }
}
