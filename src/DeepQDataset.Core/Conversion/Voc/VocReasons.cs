namespace DeepQDataset.Conversion.Voc;

/// <summary>Provides the reasons for losses that are specific to Pascal VOC.</summary>
internal static class VocReasons
{
    /// <summary>An object without a box.</summary>
    public static readonly ConversionReason BoxMissing = new(
        "BoxMissing", "object without a box was left out", "objects without a box were left out");

    /// <summary>A coordinate that is not a number.</summary>
    public static readonly ConversionReason BoxInvalid = new(
        "BoxInvalid", "object with an invalid box was left out", "objects with invalid boxes were left out");

    /// <summary>A set that does not determine whether pixels are counted from 0 or 1.</summary>
    public static readonly ConversionReason OriginAssumed = new(
        "OriginAssumed",
        $"set does not tell whether its pixels are counted from 0 or from 1, "
            + $"and was taken to count from 0 ({Remedy.Of(RemedyAction.GivePixelOrigin)} settles it)",
        $"sets do not tell whether their pixels are counted from 0 or from 1, "
            + $"and were taken to count from 0 ({Remedy.Of(RemedyAction.GivePixelOrigin)} settles it)",
        IsLoss: false);
}
