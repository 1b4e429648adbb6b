using System.Text;

namespace DeepQDataset.Labels;

/// <summary>Represents a mask as it stands in label.csv, in little room: its text stays in the file's.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Text">The text in UTF-8, trimmed; empty for a mask without a pixel.</param>
/// <param name="IsEmpty">Indicates whether no pixel is inside.</param>
internal readonly record struct MaskRow(int Width, int Height, ReadOnlyMemory<byte> Text, bool IsEmpty)
{
    /// <summary>Returns the mask with its text.</summary>
    public LabelMask ToMask() => new(Width, Height, Encoding.UTF8.GetString(Text.Span));
}
