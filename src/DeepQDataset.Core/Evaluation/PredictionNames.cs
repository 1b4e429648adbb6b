using System.Net;

namespace DeepQDataset.Evaluation;

/// <summary>
/// Pairs the names of predictions with those of a dataset. The platform gives names back after one round of URL decoding.
/// </summary>
internal static class PredictionNames
{
    /// <summary>
    /// The name that a prediction has for an image or class of a dataset: <c>%41</c> comes back as <c>A</c>, <c>+</c> as a space.
    /// </summary>
    public static string Decoded(string name) => name.AsSpan().ContainsAny('%', '+') ? WebUtility.UrlDecode(name) : name;
}
