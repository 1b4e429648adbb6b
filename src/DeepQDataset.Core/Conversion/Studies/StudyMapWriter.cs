using System.Globalization;
using CsvHelper;

namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// Writes which image comes from where: a CSV with a header in UTF-8. It holds UIDs and paths of the hospital, so it stays there. A text
/// that a spreadsheet would run as a formula gets a <c>'</c> in front, since people open it, and any file may call itself anything.
/// </summary>
internal sealed class StudyMapWriter : IDisposable
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    private readonly CsvWriter _csv;

    /// <summary>Starts the file with its header.</summary>
    /// <param name="target">Where it goes; stays open.</param>
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
    /// <param name="name">The image's qualified name.</param>
    /// <param name="instance">The instance it comes from.</param>
    /// <param name="frame">The frame's number, from 1.</param>
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
