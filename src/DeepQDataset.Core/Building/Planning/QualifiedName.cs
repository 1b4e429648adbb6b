using System.Diagnostics.CodeAnalysis;
using DeepQDataset.Layout;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// Represents the name of an image with its study and series, such as <c>StudyA/Series1/image001.png</c> (guide chapter 2.1).
/// </summary>
/// <param name="Study">The folder of the study.</param>
/// <param name="Series">The folder of the series: <c>Series</c> and a number.</param>
/// <param name="FileName">The file name.</param>
internal sealed record QualifiedName(string Study, string Series, string FileName)
{
    /// <summary>Parses a qualified name.</summary>
    /// <returns>True if the name consists of a study, a series with a valid name, and a file name.</returns>
    public static bool TryParse(string name, [NotNullWhen(true)] out QualifiedName? qualified)
    {
        qualified = null;
        int first = name.IndexOf('/', StringComparison.Ordinal);
        int last = name.LastIndexOf('/');
        if (first <= 0 || last <= first + 1 || last == name.Length - 1 || name.AsSpan(first + 1, last - first - 1).Contains('/')
            || !SeriesName.IsValid(name.AsSpan(first + 1, last - first - 1)))
        {
            return false;
        }

        qualified = new QualifiedName(name[..first], name[(first + 1)..last], name[(last + 1)..]);
        return true;
    }
}
