using DeepQDataset.Layout;

namespace DeepQDataset.Repair;

/// <summary>Represents the study and series of a folder of images.</summary>
/// <param name="Study">The folders of the study, with <c>/</c> as separator.</param>
/// <param name="Series">The series folder; empty for images directly in a study.</param>
/// <param name="Rest">The extra folders in the series that are kept.</param>
internal sealed record SeriesPlace(string Study, string Series, string[] Rest)
{
    /// <summary>Determines the study and series.</summary>
    /// <param name="parts">The folders below <c>image</c>.</param>
    /// <param name="isStudies">Indicates whether the dataset is in studies.</param>
    /// <param name="flattens">Indicates whether folders without a place are flattened (DQ107).</param>
    /// <returns>The study and series; null if the images have no study, so that they are flat or become flat.</returns>
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

        // A folder with the name of a series is one; its parents form the study.
        int series = Array.FindIndex(parts, 1, static part => SeriesName.IsValid(part) || SeriesName.Nearest(part) is not null);
        series = series < 0 ? parts.Length - 1 : series;
        return new SeriesPlace(string.Join('/', parts[..series]), parts[series], []);
    }
}
