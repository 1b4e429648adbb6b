using System.Globalization;

namespace DeepQDataset.Conversion;

/// <summary>Represents one thing that could not be converted unchanged.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Path">The file that contains it.</param>
/// <param name="Line">The 1-based line in that file; null if there is none.</param>
/// <param name="Detail">The subject and the offending value; a sentence without its full stop.</param>
public sealed record ConversionRemark(ConversionReason Reason, string Path, int? Line, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() => VisibleText.Of(Line is int line
        ? string.Create(CultureInfo.InvariantCulture, $"{Reason.Id}: {Path}, line {line}: {Detail}.")
        : $"{Reason.Id}: {Path}: {Detail}.");
}
