using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;

namespace DeepQDataset.Host;

/// <summary>Provides what the formatting engine needs of a console: its width and the width of characters.</summary>
internal sealed class DqHostRawInterface : PSHostRawUserInterface
{
    /// <inheritdoc/>
    public override Size BufferSize { get => new(Terminal.Width, 1000); set => _ = value; }

    /// <inheritdoc/>
    public override Size WindowSize { get => new(Terminal.Width, 1000); set => _ = value; }

    /// <inheritdoc/>
    public override Size MaxWindowSize => WindowSize;

    /// <inheritdoc/>
    public override Size MaxPhysicalWindowSize => WindowSize;

    /// <inheritdoc/>
    public override Coordinates CursorPosition { get; set; }

    /// <inheritdoc/>
    public override Coordinates WindowPosition { get; set; }

    /// <inheritdoc/>
    public override int CursorSize { get; set; } = 1;

    /// <inheritdoc/>
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    /// <inheritdoc/>
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    /// <inheritdoc/>
    public override bool KeyAvailable => false;

    /// <inheritdoc/>
    public override string WindowTitle { get; set; } = "dq";

    /// <inheritdoc/>
    public override int LengthInBufferCells(char source) => IsWide(source) ? 2 : 1;

    /// <inheritdoc/>
    public override int LengthInBufferCells(string source) => LengthInBufferCells(source, 0);

    /// <inheritdoc/>
    public override int LengthInBufferCells(string source, int offset)
    {
        string text = offset > 0 ? source[offset..] : source;
        if (text.Contains('\u001b', StringComparison.Ordinal))
        {
            text = new StringDecorated(text).ToString(OutputRendering.PlainText);
        }

        return text.Sum(LengthInBufferCells);
    }

    /// <inheritdoc/>
    public override void FlushInputBuffer()
    {
    }

    /// <inheritdoc/>
    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException("dq reads no keys.");

    /// <inheritdoc/>
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException("dq has no screen buffer.");

    /// <inheritdoc/>
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw new NotSupportedException("dq has no screen buffer.");

    /// <inheritdoc/>
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) =>
        throw new NotSupportedException("dq has no screen buffer.");

    /// <inheritdoc/>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) =>
        throw new NotSupportedException("dq has no screen buffer.");

    /// <summary>
    /// Determines whether a character takes two cells (Unicode Standard Annex 11, East Asian Wide and Fullwidth, main ranges).
    /// </summary>
    private static bool IsWide(char character) => character is
        (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\u303E') or (>= '\u3041' and <= '\u4DBF') or (>= '\u4E00' and <= '\uA4CF')
        or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60')
        or (>= '\uFFE0' and <= '\uFFE6');
}
