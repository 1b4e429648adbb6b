using System.Globalization;

namespace DeepQDataset.Conversion;

/// <summary>One thing that did not come over as it stood.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Path">The file it stands in.</param>
/// <param name="Line">The 1-based line in that file; null when there is none to name.</param>
/// <param name="Detail">What it is about, with the offending value; a sentence without its full stop.</param>
public sealed record ConversionRemark(ConversionReason Reason, string Path, int? Line, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() => Line is int line
        ? string.Create(CultureInfo.InvariantCulture, $"{Reason.Id}: {Path}, line {line}: {Detail}.")
        : $"{Reason.Id}: {Path}: {Detail}.";
}
