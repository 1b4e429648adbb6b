using DeepQDataset.Layout;

namespace DeepQDataset.Repair;

/// <summary>Represents the study and series that a folder of images is taken for.</summary>
/// <param name="Study">The folders that make the study, with <c>/</c> as separator.</param>
/// <param name="Series">The series folder as it is called; empty for images directly in a study.</param>
/// <param name="Rest">Folders too many in the series that stay.</param>
internal sealed record SeriesPlace(string Study, string Series, string[] Rest)
{
    /// <summary>Finds it.</summary>
    /// <param name="parts">The folders below <c>image</c>.</param>
    /// <param name="isStudies">Indicates whether the dataset is one of studies.</param>
    /// <param name="flattens">Indicates whether folders that have no place are dissolved (DQ107).</param>
    /// <returns>Null where the images have no study: they lie flat, or come to.</returns>
    public static SeriesPlace? Of(string[] parts, bool isStudies, bool flattens)
    {
        if (parts.Length == 0 || (parts.Length == 1 && !isStudies))
        {
            return null;
        }

        if (parts.Length <= 2 || !flattens)
        {
            return new SeriesPlace(parts[0], parts.Length > 1 ? parts[1] : "", parts.Length > 2 ? parts[2..] : []);
        }

        // A folder that is called like a series is one; whatever is around it makes the study.
        int series = Array.FindIndex(parts, 1, static part => SeriesName.IsValid(part) || SeriesName.Nearest(part) is not null);
        series = series < 0 ? parts.Length - 1 : series;
        return new SeriesPlace(string.Join('/', parts[..series]), parts[series], []);
    }
}
