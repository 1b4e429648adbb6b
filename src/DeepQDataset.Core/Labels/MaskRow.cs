using System.Text;

namespace DeepQDataset.Labels;

/// <summary>Represents a mask of label.csv compactly: its text is a part of the file's text.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="Text">The text in UTF-8, trimmed; empty for an empty mask.</param>
/// <param name="IsEmpty">Indicates whether no pixel is inside.</param>
internal readonly record struct MaskRow(int Width, int Height, ReadOnlyMemory<byte> Text, bool IsEmpty)
{
    /// <summary>Returns the mask with its text.</summary>
    public LabelMask ToMask() => new(Width, Height, Encoding.UTF8.GetString(Text.Span));
}
