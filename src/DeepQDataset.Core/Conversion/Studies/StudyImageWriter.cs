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
    /// <returns>The number of frames written, and the reason if not all were.</returns>
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
        int frame = 0;
        try
        {
            using Stream stream = instance.Source.Open(instance.Entry);
            tools.Reader.Reset(stream, instance.Entry.Length, readsAll: true, cancellation);
            using DicomFile file = DicomFile.Open(tools.Reader);
            string? fault = tools.Pixels.Open(file);
            for (; fault is null && frame < instance.Frames; frame++)
            {
                cancellation.ThrowIfCancellationRequested();
                fault = tools.Pixels.Next(window);
                if (fault is not null)
                {
                    break;
                }

                destination.MakeFolder(series);
                WriteFrame(destination.PathOf(series.NameOf(index, frame)), tools);
            }

            return new StudyOutcome(series, index, frame, tools.Pixels.Width, tools.Pixels.Height, fault is null ? null : Failure(fault));
        }
        catch (DatasetException exception) when (exception.Kind != DatasetErrorKind.OutOfSpace)
        {
            return new StudyOutcome(series, index, frame, tools.Pixels.Width, tools.Pixels.Height, exception);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return new StudyOutcome(series, index, frame, tools.Pixels.Width, tools.Pixels.Height, Failure(exception.Message.TrimEnd('.')));
        }

        DatasetException Failure(string fault) => StudyErrors.NotConverted(instance.Location, frame, instance.Frames, fault);
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
