using System.Globalization;

namespace DeepQDataset.Building.Planning;

/// <summary>Creates the error for images that do not fit a layout.</summary>
internal static class UnfitImages
{
    private const int MaximumNamed = 10;

    /// <summary>Creates the error, which names the first images.</summary>
    /// <param name="errorId">The stable id of the error.</param>
    /// <param name="names">The names of the images, at least one.</param>
    /// <param name="one">The problem of one image.</param>
    /// <param name="many">The problem of several images.</param>
    /// <param name="remedy">The remedy, as a sentence.</param>
    public static DatasetException Refuse(string errorId, IReadOnlyList<string> names, string one, string many, RemedyText remedy)
    {
        string list = string.Join(", ", names.Take(MaximumNamed).Select(name => $"'{name}'")) + (names.Count > MaximumNamed ? ", …" : "");
        string count = names.Count == 1 ? $"1 image {one}" : string.Create(CultureInfo.InvariantCulture, $"{names.Count:N0} images {many}");
        return new DatasetException(errorId, DatasetErrorKind.InvalidData, $"{count}: {list}. {remedy}", names[0]);
    }
}
