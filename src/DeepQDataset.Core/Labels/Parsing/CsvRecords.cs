using CsvHelper;
using DeepQDataset.Text;

namespace DeepQDataset.Labels.Parsing;

/// <summary>
/// Reads the records of a label.csv, including blank lines, with the physical line at which each starts. Recovers after wrong quotes: a
/// quote that is never closed invalidates its own line, not the rest of the file.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    // After this many wrong quotes, or this much text searched for a closing quote, fields may no longer span lines; otherwise each quote
    // could cost a search of the whole rest.
    private const int MaximumRestarts = 256;
    private const long MinimumWastedBytes = 1 << 20;

    private readonly ReadOnlyMemory<byte> _text;
    private readonly char _delimiter;
    private readonly int _columns;
    private CsvReader _reader;
    private CsvMalformedReason? _reason;
    private int _base;
    private int _baseLine;
    private int _restarts;
    private long _wastedBytes;
    private bool _isLineMode;
    private int _resume = -1;
    private SplitLine? _split;

    /// <summary>Starts before the first record.</summary>
    /// <param name="text">The text in valid UTF-8 without a byte order mark.</param>
    /// <param name="delimiter">The delimiter of fields, an ASCII character.</param>
    /// <param name="columns">
    /// The expected number of fields in a record; 0 if it is unknown. A record that spans lines and has another number of fields is treated
    /// as an unclosed quote that met a later one.
    /// </param>
    /// <param name="isLineMode">Indicates whether fields may not span lines.</param>
    public CsvRecords(ReadOnlyMemory<byte> text, char delimiter, int columns = 0, bool isLineMode = false)
    {
        _columns = columns;
        _text = text;
        _delimiter = delimiter;
        _isLineMode = isLineMode;
        _reader = Open(0);
    }

    /// <summary>Gets the 1-based physical line at which the record starts.</summary>
    public int Line => _split?.Line ?? _baseLine + (int)_reader.LineNumber;

    /// <summary>Gets the number of fields in the record, at least 1; 0 if a fault leaves nothing to read.</summary>
    public int FieldCount => _split?.Count ?? _reader.FieldCount;

    /// <summary>Gets the fault of the record's quotes; null if there is none.</summary>
    public CsvFault? Fault { get; private set; }

    /// <summary>Gets a value that indicates whether the line is empty or has only white space.</summary>
    public bool IsBlank => FieldCount == 1 && _split is null && FieldText.Trim(_reader.RawRecord).IsEmpty;

    /// <summary>Gets the text of the record, without the end of its last line.</summary>
    public ReadOnlySpan<byte> Raw
    {
        get
        {
            int start = _base + (int)_reader.ByteOffset;
            ReadOnlySpan<byte> raw = _resume >= 0 ? _text.Span[start.._resume] : _reader.RawRecord;
            return raw.TrimEnd("\r\n"u8);
        }
    }

    /// <summary>Reads the next record.</summary>
    /// <returns>False at the end.</returns>
    public bool Read()
    {
        Fault = null;
        _split = null;
        if (_resume >= 0)
        {
            Restart(_resume);
        }

        _reason = null;
        if (!_reader.Read())
        {
            return false;
        }

        if (_reason is not null || (_columns > 0 && _reader.FieldCount != _columns && SpansLines(_reader.RawRecord)))
        {
            Recover();
        }

        return true;
    }

    /// <summary>Returns a field without its quotes, trimmed; in a record with a fault, without any quotes.</summary>
    /// <param name="index">The index, 0 to <see cref="FieldCount"/> − 1.</param>
    /// <param name="hasSpace">Indicates whether white space was trimmed.</param>
    public ReadOnlySpan<byte> Field(int index, out bool hasSpace)
    {
        if (_split is SplitLine split)
        {
            hasSpace = false;
            return split.Field(index);
        }

        ReadOnlySpan<byte> value = _reader.GetSpan(index);
        ReadOnlySpan<byte> trimmed = FieldText.Trim(value);
        hasSpace = trimmed.Length != value.Length || FieldText.HasSpaceAround(_reader.GetRawSpan(index));
        return Fault is null ? trimmed : FieldText.WithoutQuotes(trimmed);
    }

    /// <summary>Determines whether a field is in double quotes.</summary>
    /// <param name="index">The index, 0 to <see cref="FieldCount"/> − 1.</param>
    public bool IsQuoted(int index) => _split is null && FieldText.IsQuoted(_reader.GetRawSpan(index));

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private CsvReader Open(int start) => CsvReader.Create(_text[start..], new CsvReaderOptions
    {
        Separator = _delimiter,
        HasHeader = false,
        SkipEmptyLines = false,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        TrimWhitespace = true,
        AllowLineBreaksInQuotes = !_isLineMode,
        OnMalformedRecord = record => _reason = record.Reason,
    });

    private void Restart(int start)
    {
        // The reader is on the record before the restart, so its lines are counted from there.
        int recordStart = _base + (int)_reader.ByteOffset;
        int line = _baseLine + (int)_reader.LineNumber + FieldText.CountLineBreaks(_text.Span[recordStart..start]);
        _reader.Dispose();
        _restarts++;
        _isLineMode |= _restarts >= MaximumRestarts || _wastedBytes > Math.Max(MinimumWastedBytes, _text.Length * 4L);
        _reader = Open(start);
        _base = start;
        _baseLine = line - 1;
        _resume = -1;
    }

    private static bool SpansLines(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)'\r', (byte)'\n') >= 0;

    private void Recover()
    {
        ReadOnlySpan<byte> record = _reader.RawRecord;
        (int field, int offset) = FirstFault();
        int recordLine = _baseLine + (int)_reader.LineNumber;
        int line = recordLine + FieldText.CountLineBreaks(record[..offset]);
        bool isOneLine = !SpansLines(record);
        bool isClosed = isOneLine && _reason is CsvMalformedReason.StrayQuote or CsvMalformedReason.TextAfterClosingQuote;
        Fault = new CsvFault(line, field + 1, isClosed);
        if (isClosed)
        {
            return;
        }

        // The quote includes the following lines: only its own line is invalid, and is read without quotes.
        int lineEnd = record[offset..].IndexOfAny((byte)'\r', (byte)'\n');
        int end = lineEnd < 0 ? record.Length : offset + lineEnd;
        int start = record[..offset].LastIndexOfAny((byte)'\r', (byte)'\n') + 1;
        int recordStart = _base + (int)_reader.ByteOffset;
        ReadOnlyMemory<byte> whole = _text.Slice(recordStart, record.Length);
        if (!isOneLine)
        {
            ReadOnlySpan<byte> rest = record[end..];
            int next = end + (rest.StartsWith("\r\n"u8) ? 2 : rest.IsEmpty ? 0 : 1);
            _resume = recordStart + next;
            _wastedBytes += record.Length - next;
        }

        _split = start > 0 ? SplitLine.Lost(line) : new SplitLine(whole[..end], (byte)_delimiter, line);
    }

    // Returns the first field with a misplaced quote, and its start in the record.
    private (int Field, int Offset) FirstFault()
    {
        int offset = 0;
        for (int index = 0; index < _reader.FieldCount; index++)
        {
            ReadOnlySpan<byte> raw = _reader.GetRawSpan(index);
            if (raw.Contains((byte)'"') && (_reason is null ? SpansLines(raw) : !IsWellQuoted(raw.Trim(" \t"u8))))
            {
                return (index, offset);
            }

            offset += raw.Length + 1;
        }

        return (0, 0);
    }

    private static bool IsWellQuoted(ReadOnlySpan<byte> raw)
    {
        if (raw[0] != '"')
        {
            return false;
        }

        raw = raw[1..];
        while (true)
        {
            int quote = raw.IndexOf((byte)'"');
            if (quote < 0)
            {
                return false;
            }

            if (quote + 1 == raw.Length)
            {
                return true;
            }

            if (raw[quote + 1] != '"')
            {
                return false;
            }

            raw = raw[(quote + 2)..];
        }
    }
}
