using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using DeepQDataset.Catalog;
using DeepQDataset.Streams;
using DeepQDataset.Text;

namespace DeepQDataset.Labels.Parsing;

/// <summary>Detects the encoding of label.csv and converts it to UTF-8.</summary>
internal static class LabelEncoding
{
    private const int Utf16Sample = 1 << 14;

    // UTF-8 can need three times the space of another encoding.
    private static readonly long MaximumUtf8 = Array.MaxLength - 1;

    /// <summary>Returns the content in UTF-8 without a byte order mark; null if it would be too large for memory.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="report">Receives a byte order mark (DQ502) and another encoding (DQ501).</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public static ReadOnlyMemory<byte>? ToUtf8(ReadOnlyMemory<byte> content, Action<LabelFinding> report, CancellationToken cancellation)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        if (BinaryKind(bytes) is string kind)
        {
            report(new LabelFinding(RuleCatalog.LabelEncoding, 1, null, $"The file is {kind} and not text.", Subject: kind,
                Suggestion: "Open it in its program and save it as CSV in UTF-8."));
            return ReadOnlyMemory<byte>.Empty;
        }

        if (Utf16Or32(bytes) is (Encoding wide, int mark))
        {
            Report(report, wide.WebName.ToUpperInvariant(), 1);
            return Transcode(content[mark..], wide, cancellation);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            report(new LabelFinding(RuleCatalog.ByteOrderMark, 1, null, "The file starts with a UTF-8 byte order mark (EF BB BF)."));
            content = content[3..];
            bytes = content.Span;
        }

        if (Utf8.IsValid(bytes))
        {
            return content;
        }

        CodePage guess = Guess(content, out int bad);
        Report(report, guess.Name, FieldText.CountLineBreaks(bytes[..bad]) + 1);
        return Transcode(content, guess.Encoding, cancellation);
    }

    /// <summary>
    /// Determines whether the detected encoding maps all bytes of a file to characters; otherwise some would be lost in UTF-8.
    /// </summary>
    /// <param name="content">The bytes of the file.</param>
    public static bool ReadsAll(ReadOnlyMemory<byte> content)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        if (BinaryKind(bytes) is not null)
        {
            return false;
        }

        Encoding encoding;
        if (Utf16Or32(bytes) is (Encoding wide, int mark))
        {
            encoding = wide;
            bytes = bytes[mark..];
        }
        else if (Utf8.IsValid(bytes))
        {
            return true;
        }
        else
        {
            encoding = Guess(content, out _).Encoding;
        }

        Encoding strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>
    /// Returns the most likely code page of text that is not UTF-8, from the first line that shows it; Windows-1252, which reads any byte,
    /// if none is likely.
    /// </summary>
    private static CodePage Guess(ReadOnlyMemory<byte> content, out int bad)
    {
        bad = FirstInvalid(content.Span);
        int line = content.Span[..bad].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        CodePageGuess guess = CodePageGuess.From([content[line..]]);
        return guess.IsPlausible ? guess.CodePage : CodePage.Windows1252;
    }

    /// <summary>Returns the kind of a file that is not text, by its first bytes; null for text in any encoding.</summary>
    public static string? BinaryKind(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\x03\x04"u8) ? "an Excel workbook or another zip"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? "an Excel workbook of the older kind"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) ? "compressed by gzip"
        : bytes.StartsWith("%PDF-"u8) ? "a PDF document"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "a PNG image"
        : null;

    private static void Report(Action<LabelFinding> report, string name, int line) =>
        report(new LabelFinding(
            RuleCatalog.LabelEncoding, line, null, $"The file is not UTF-8 but most likely {name}; line {line} is the first that shows it.",
            Subject: name));

    private static ReadOnlyMemory<byte>? Transcode(ReadOnlyMemory<byte> content, Encoding encoding, CancellationToken cancellation)
    {
        _ = MemoryMarshal.TryGetArray(content, out ArraySegment<byte> segment);
        using MemoryStream source = new(segment.Array ?? [], segment.Offset, segment.Count, writable: false);
        UTF8Encoding withoutMark = new(encoderShouldEmitUTF8Identifier: false);
        using Stream transcoded = Encoding.CreateTranscodingStream(source, encoding, withoutMark);
        return BoundedBytes.Read(transcoded, MaximumUtf8, cancellation);
    }

    private static (Encoding Encoding, int MarkLength)? Utf16Or32(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) && bytes.Length % 4 == 0)
        {
            return (Encoding.UTF32, 4);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (Encoding.Unicode, 2);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (Encoding.BigEndianUnicode, 2);
        }

        // Commas, digits and line ends are ASCII: half of their UTF-16 bytes are zero, all at even or all at odd positions.
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length & ~1, Utf16Sample)];
        int even = 0;
        int odd = 0;
        for (int index = 0; index < sample.Length; index += 2)
        {
            even += sample[index] == 0 ? 1 : 0;
            odd += sample[index + 1] == 0 ? 1 : 0;
        }

        int needed = Math.Max(1, sample.Length / 20);
        return odd >= needed && even <= odd / 20 ? (Encoding.Unicode, 0)
            : even >= needed && odd <= even / 20 ? (Encoding.BigEndianUnicode, 0)
            : null;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        Span<char> buffer = stackalloc char[1024];
        int position = 0;
        while (position < bytes.Length)
        {
            System.Buffers.OperationStatus status =
                Utf8.ToUtf16(bytes[position..], buffer, out int read, out _, replaceInvalidSequences: false);
            position += read;
            if (status is System.Buffers.OperationStatus.InvalidData or System.Buffers.OperationStatus.NeedMoreData)
            {
                return position;
            }
        }

        return bytes.Length;
    }
}
