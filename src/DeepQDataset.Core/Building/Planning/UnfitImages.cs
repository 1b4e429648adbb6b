using System.Globalization;

namespace DeepQDataset.Building.Planning;

/// <summary>Makes the error of images that a layout has no place for.</summary>
internal static class UnfitImages
{
    private const int MostNamed = 10;

    /// <summary>Names the first of them.</summary>
    /// <param name="errorId">The error's stable name.</param>
    /// <param name="names">The images' names, at least one.</param>
    /// <param name="one">What is wrong with one.</param>
    /// <param name="many">What is wrong with several.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    public static DatasetException Refuse(string errorId, IReadOnlyList<string> names, string one, string many, RemedyText remedy)
    {
        string list = string.Join(", ", names.Take(MostNamed).Select(name => $"'{name}'")) + (names.Count > MostNamed ? ", …" : "");
        string count = names.Count == 1 ? $"1 image {one}" : string.Create(CultureInfo.InvariantCulture, $"{names.Count:N0} images {many}");
        return new DatasetException(errorId, DatasetErrorKind.InvalidData, $"{count}: {list}. {remedy}", names[0]);
    }
}
