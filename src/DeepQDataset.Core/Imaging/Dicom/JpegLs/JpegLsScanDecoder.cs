namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Decodes the lines of a scan (ITU-T T.87 annexes A and B and section F.1). One instance can decode several scans; it keeps its memory,
/// which depends on the width of the lines.
/// </summary>
internal sealed partial class JpegLsScanDecoder
{
    private const int Contexts = 365;
    private const int MaximumComponents = 4;

    private readonly JpegLsGradients _gradients = new();
    private readonly JpegLsContext[] _contexts = new JpegLsContext[Contexts];
    private readonly JpegLsRunContext[] _runContexts = new JpegLsRunContext[2];
    private readonly int[] _runIndexes = new int[MaximumComponents];
    private readonly JpegLsLine[] _lines = [new(), new(), new(), new()];
    private JpegLsCoding _coding;
    private int _width;
    private int _errorBits;
    private int _escapeZeros;

    /// <summary>Decodes a scan.</summary>
    /// <param name="data">The codestream.</param>
    /// <param name="segments">The segments, at the coded data of the scan. They are moved to its end.</param>
    /// <param name="samples">Receives the samples, interleaved by pixel, in the byte order of the machine.</param>
    /// <returns>The problem, as a clause; null if there is none.</returns>
    public string? Decode(ReadOnlySpan<byte> data, JpegLsSegments segments, Span<byte> samples)
    {
        JpegLsScan scan = segments.Scan!;
        _coding = scan.Coding;
        _errorBits = _coding.ErrorBits;
        _escapeZeros = _coding.EscapeZeros;
        _width = segments.Frame!.Width;
        _gradients.Start(_coding);
        foreach (JpegLsLine line in _lines.AsSpan(0, scan.Components.Length))
        {
            line.MakeRoom(_width);
        }

        return _coding.IsModular
            ? DecodeLines(data, segments, new JpegLsModularReconstruction(_coding.Maximum), samples)
            : DecodeLines(data, segments, new JpegLsNearReconstruction(_coding), samples);
    }

    private string? DecodeLines<TReconstruction>(
        ReadOnlySpan<byte> data, JpegLsSegments segments, TReconstruction reconstruction, Span<byte> samples)
        where TReconstruction : struct, IJpegLsReconstruction
    {
        JpegLsFrame frame = segments.Frame!;
        JpegLsScan scan = segments.Scan!;
        ReadOnlySpan<JpegLsLine> lines = _lines.AsSpan(0, scan.Components.Length);
        long interval = scan.RestartLines == 0 ? frame.Height : scan.RestartLines;
        int restarts = 0;
        for (int y = 0; y < frame.Height;)
        {
            StartInterval(lines);
            JpegLsBits bits = new(data[segments.Position..]);
            for (int end = (int)Math.Min(frame.Height, y + interval); y < end; y++)
            {
                foreach (JpegLsLine line in lines)
                {
                    line.Advance(_gradients);
                }

                bool isCode = scan.Interleave == JpegLsInterleave.Sample
                    ? DecodeSamples(ref bits, lines, reconstruction)
                    : DecodeLine(ref bits, lines, reconstruction);
                if (!isCode || bits.IsOverrun)
                {
                    return bits.IsOverrun ? "its JPEG-LS data end early" : "its JPEG-LS data are damaged: there is no such code";
                }

                for (int i = 0; i < lines.Length; i++)
                {
                    lines[i].Store(samples, frame, y, scan.Components[i]);
                }
            }

            if (!bits.TrySkipPadding())
            {
                return "its JPEG-LS data are damaged: there are more than its pixels need";
            }

            segments.Position += bits.Position;
            if (y < frame.Height && !segments.TryPassRestart(data, restarts++))
            {
                return "its JPEG-LS data are damaged: a restart marker is missing";
            }
        }

        return null;
    }

    /// <summary>Initializes all statistics (sections A.2.1 and A.8).</summary>
    private void StartInterval(ReadOnlySpan<JpegLsLine> lines)
    {
        JpegLsContext context = default;
        context.Start(_coding);
        _contexts.AsSpan().Fill(context);
        _runContexts[0].Start(_coding, 0);
        _runContexts[1].Start(_coding, 1);
        Array.Clear(_runIndexes);
        foreach (JpegLsLine line in lines)
        {
            line.Clear();
        }
    }

    /// <summary>Decodes one line of each component.</summary>
    private bool DecodeLine<TReconstruction>(ref JpegLsBits bits, ReadOnlySpan<JpegLsLine> lines, TReconstruction reconstruction)
        where TReconstruction : struct, IJpegLsReconstruction
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (!DecodeLine(ref bits, lines[i], reconstruction, ref _runIndexes[i]))
            {
                return false;
            }
        }

        return true;
    }
}
