using System.Net;

namespace DeepQDataset.Evaluation;

/// <summary>Matches the names of predictions with those of a dataset. The platform returns names after one round of URL decoding.</summary>
internal static class PredictionNames
{
    /// <summary>
    /// Returns the name in predictions for an image or class of a dataset: <c>%41</c> becomes <c>A</c>, <c>+</c> a space.
    /// </summary>
    public static string Decoded(string name) => name.AsSpan().ContainsAny('%', '+') ? WebUtility.UrlDecode(name) : name;
}
