using System.Buffers.Binary;

namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>
/// Reads the marker segments of a codestream (ITU-T T.87 annex C): frame, parameters, restart interval, scans. One instance can read
/// several codestreams.
/// </summary>
internal sealed partial class JpegLsSegments
{
    private const byte MarkerStart = 0xFF;
    private const string EndsEarly = "its JPEG-LS data end early";

    private readonly bool[] _hasData = new bool[byte.MaxValue];
    private readonly byte[] _identifiers = new byte[byte.MaxValue];
    private JpegLsPreset _preset;
    private (int Width, int Height) _oversize;
    private long _restartLines;

    /// <summary>Gets or sets the position of the next byte.</summary>
    public int Position { get; set; }

    /// <summary>Gets the frame; null if it has not been read yet.</summary>
    public JpegLsFrame? Frame { get; private set; }

    /// <summary>Gets the last scan.</summary>
    public JpegLsScan? Scan { get; private set; }

    /// <summary>Gets the colour transformation.</summary>
    public JpegLsColorTransform ColorTransform { get; private set; }

    /// <summary>Gets a value that indicates whether all components have been in a scan.</summary>
    public bool HasAllData => Frame is not null && !_hasData.AsSpan(0, Frame.Components).Contains(false);

    /// <summary>Starts a codestream.</summary>
    /// <returns>The problem, as a clause; null if there is none.</returns>
    public string? Start(ReadOnlySpan<byte> data)
    {
        Position = 2;
        Frame = null;
        Scan = null;
        ColorTransform = JpegLsColorTransform.None;
        _preset = default;
        _oversize = default;
        _restartLines = 0;
        Array.Clear(_hasData);
        return data is [MarkerStart, JpegLsMarker.StartOfImage, ..] ? null : "its JPEG-LS data do not start with the start of an image";
    }

    /// <summary>Reads the segments up to the coded data of the next scan.</summary>
    /// <returns>The problem, as a clause; null if there is none.</returns>
    public string? FindScan(ReadOnlySpan<byte> data)
    {
        while (TryReadMarker(data, out byte marker))
        {
            if (JpegLsMarker.IsOtherFrame(marker))
            {
                return FormattableString.Invariant($"its data are JPEG of another kind (marker FF{marker:X2}) and not JPEG-LS");
            }

            if (marker == JpegLsMarker.EndOfImage)
            {
                return "its JPEG-LS data end before all components came";
            }

            if (JpegLsMarker.StandsAlone(marker))
            {
                continue;
            }

            if (!TryReadSegment(data, out ReadOnlySpan<byte> segment))
            {
                break;
            }

            if (Take(marker, segment) is string fault)
            {
                return fault;
            }

            if (marker == JpegLsMarker.StartOfScan)
            {
                return null;
            }
        }

        return Position < data.Length ? "its JPEG-LS data have something other than a marker where one is due" : EndsEarly;
    }

    /// <summary>Skips a restart marker (section C.2.5).</summary>
    /// <param name="data">The codestream.</param>
    /// <param name="number">The number of earlier restart markers in the scan.</param>
    /// <returns>False if there is no marker, or another one.</returns>
    public bool TryPassRestart(ReadOnlySpan<byte> data, int number) =>
        TryReadMarker(data, out byte marker) && marker == JpegLsMarker.Restart + (number & 7);

    private bool TryReadMarker(ReadOnlySpan<byte> data, out byte marker)
    {
        marker = 0;
        if (Position >= data.Length || data[Position] != MarkerStart)
        {
            return false;
        }

        // A marker may be preceded by any number of FF bytes (T.81 section B.1.1.2).
        while (Position < data.Length && data[Position] == MarkerStart)
        {
            Position++;
        }

        if (Position >= data.Length)
        {
            return false;
        }

        marker = data[Position++];
        return marker != 0;
    }

    private bool TryReadSegment(ReadOnlySpan<byte> data, out ReadOnlySpan<byte> segment)
    {
        segment = default;
        if (data.Length - Position < 2)
        {
            Position = data.Length;
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(data[Position..]);
        if (length < 2 || data.Length - Position < length)
        {
            Position = data.Length;
            return false;
        }

        segment = data.Slice(Position + 2, length - 2);
        Position += length;
        return true;
    }

    private string? Take(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        JpegLsMarker.StartOfFrame => TakeFrame(segment),
        JpegLsMarker.Parameters => TakeParameters(segment),
        JpegLsMarker.RestartInterval => TakeRestartInterval(segment),
        JpegLsMarker.Application8 => TakeApplication8(segment),
        JpegLsMarker.StartOfScan => TakeScan(segment),
        JpegLsMarker.NumberOfLines => TakeNumberOfLines(segment),
        _ => null,
    };
}
