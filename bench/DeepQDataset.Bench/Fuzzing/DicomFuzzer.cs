using System.Globalization;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Imaging.Dicom.Pixels;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Settings;
using DeepQDataset.Validation;

namespace DeepQDataset.Bench.Fuzzing;

/// <summary>
/// Reads mutated DICOM files in all ways: the header, every byte, every element, the pixels, and as a dataset with all rules.
/// </summary>
internal sealed class DicomFuzzer : Fuzzer
{
    private const int Ways = 8;
    private const int MaximumFrames = 16;

    private static readonly ValidationOptions FullOptions = new() { Level = DqLevel.Full, ThrottleLimit = 1 };

    private readonly ForwardReader _reader = new();
    private readonly ImageInspector _inspector = new();
    private readonly DicomPixelReader _pixels = new();
    private readonly string _file;
    private byte[] _bytes = [];

    /// <summary>Makes a fuzzer with a folder of its own.</summary>
    public DicomFuzzer()
    {
        Directory.CreateDirectory(Folder["dataset/image"]);
        _file = Folder["dataset/image/a.dcm"];
    }

    /// <inheritdoc/>
    protected override string Subject => "DICOM files";

    /// <inheritdoc/>
    protected override int WarmUpCases => 4 * Ways;

    /// <inheritdoc/>
    protected override void Prepare(int number)
    {
        _bytes = new DicomMutator(new Random(number)).Mutate();
        if (number % Ways == 0)
        {
            File.WriteAllBytes(_file, _bytes);
        }
    }

    /// <inheritdoc/>
    protected override string Examine(int number)
    {
        // A source may declare a wrong length.
        long length = number % 5 == 0 ? (number * 7919L) % ((2 * _bytes.Length) + 1) : _bytes.Length;
        using MemoryStream stream = new(_bytes);
        switch (number % Ways)
        {
            case 0:
                DqTestResult result = DatasetValidator.Validate(Folder["dataset"], FullOptions);
                return result.Errors > 0 ? "dataset with errors" : "dataset without errors";
            case 1 or 2:
                _reader.Reset(stream, length);
                return "header: " + Describe(ImageProbe.Probe(_reader));
            case 3 or 4:
                ImageInspection inspection = _inspector.Inspect(
                    stream, length, withChecksum: false, progress: null, CancellationToken.None);
                return "every byte: " + (inspection.Damage?.Kind.ToString() ?? Describe(inspection.Probe));
            case 5 or 6:
                _reader.Reset(stream, length);
                return "elements: " + ReadElements(skipEach: number % 3 == 0 ? 3 : int.MaxValue);
            default:
                _reader.Reset(stream, length);
                return "pixels: " + ReadPixels();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool isDisposing)
    {
        _reader.Dispose();
        _inspector.Dispose();
        _pixels.Dispose();
        base.Dispose(isDisposing);
    }

    private static string Describe(ImageProbeResult probe) => probe.Problem?.Kind.ToString() ?? "read";

    /// <summary>Reads all nodes and values; starts and ends must come in pairs.</summary>
    private string ReadElements(int skipEach)
    {
        using DicomFile file = DicomFile.Open(_reader);
        int open = 0;
        int nodes = 0;
        while (file.IsOpen && file.Elements.Read())
        {
            bool isSkipped = ++nodes % skipEach == 0;
            DicomNodeKind kind = file.Elements.Kind;
            bool isStart = kind is DicomNodeKind.SequenceStart or DicomNodeKind.ItemStart
                || (kind == DicomNodeKind.PixelData && file.Elements.Length is null);
            open += isStart && !isSkipped ? 1 : 0;
            open -= kind is DicomNodeKind.SequenceEnd or DicomNodeKind.ItemEnd or DicomNodeKind.FragmentsEnd ? 1 : 0;
            if (isSkipped)
            {
                file.Elements.Skip();
            }
            else if (!isStart && file.Elements.TryTakeValue(256, out ReadOnlySpan<byte> value))
            {
                _ = DicomValue.ToText(value[..Math.Min(value.Length, 16)]);
                while (file.Elements.TryReadPiece(out _))
                {
                }
            }
        }

        if (open < 0 || (open > 0 && file.FinalProblem is null))
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{open} sequences or items are open at the end"));
        }

        return file.FinalProblem?.Kind.ToString() ?? "read";
    }

    private string ReadPixels()
    {
        using DicomFile file = DicomFile.Open(_reader);
        string? fault = _pixels.Open(file);
        for (int frame = 0; fault is null && frame < Math.Min(MaximumFrames, _pixels.Frames); frame++)
        {
            fault = _pixels.Next(default);
        }

        return fault is null ? "shown" : "not shown";
    }
}
