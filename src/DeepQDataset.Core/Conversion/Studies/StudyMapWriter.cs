using System.Globalization;
using CsvHelper;

namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// Writes a CSV with a header in UTF-8 that lists the source of each image. It contains UIDs and paths of the hospital and must not leave
/// it. A text that a spreadsheet would run as a formula is prefixed with <c>'</c>, since users open this file and the sources are not
/// trusted.
/// </summary>
internal sealed class StudyMapWriter : IDisposable
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    private readonly CsvWriter _csv;

    /// <summary>Starts the file and writes its header.</summary>
    /// <param name="target">The destination stream; it stays open.</param>
    public StudyMapWriter(Stream target)
    {
        _csv = CsvWriter.Create(target, Options, leaveOpen: true);
        foreach (string column in (string[])
                ["Image", "StudyInstanceUid", "SeriesInstanceUid", "SopInstanceUid", "Frame", "SourcePath", "SourceEntry"])
        {
            _csv.WriteField(column);
        }

        _csv.EndRecord();
    }

    /// <summary>Writes a row.</summary>
    /// <param name="name">The qualified name of the image.</param>
    /// <param name="instance">The instance of the image.</param>
    /// <param name="frame">The 1-based number of the frame.</param>
    public void Write(string name, DicomInstance instance, int frame)
    {
        _csv.WriteField(name);
        _csv.WriteField(instance.StudyInstanceUid);
        _csv.WriteField(instance.SeriesInstanceUid);
        _csv.WriteField(instance.SopInstanceUid);
        _csv.WriteField(frame.ToString(CultureInfo.InvariantCulture));
        _csv.WriteField(instance.SourcePath);
        _csv.WriteField(instance.SourceEntry ?? "");
        _csv.EndRecord();
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();
}
