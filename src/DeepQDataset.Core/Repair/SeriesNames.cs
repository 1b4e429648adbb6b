using System.Globalization;
using DeepQDataset.Layout;

namespace DeepQDataset.Repair;

/// <summary>
/// Names the series of each study (DQ108): valid names are kept, misspellings are corrected, and the others get the lowest free numbers in
/// ordinal order.
/// </summary>
internal sealed class SeriesNames
{
    private readonly Dictionary<(string Study, string Series), string> _names = [];

    /// <summary>Assigns the names.</summary>
    /// <param name="places">The series.</param>
    /// <param name="renames">Indicates whether invalid names are corrected. Images directly in a study need a series in any case.</param>
    public SeriesNames(IEnumerable<SeriesPlace> places, bool renames)
    {
        foreach (IGrouping<string, SeriesPlace> study in places.GroupBy(static place => place.Study, StringComparer.Ordinal))
        {
            string[] series = study
                .Select(static place => place.Series)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .ToArray();
            NameStudy(study.Key, series, renames);
        }
    }

    /// <summary>Returns the name of a series.</summary>
    public string NameOf(SeriesPlace place) => _names[(place.Study, place.Series)];

    private void NameStudy(string study, string[] series, bool renames)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in series)
        {
            if (name.Length > 0 && (!renames || SeriesName.IsValid(name)))
            {
                taken.Add(name);
                _names[(study, name)] = name;
            }
        }

        foreach (string name in series)
        {
            if (!_names.ContainsKey((study, name)) && SeriesName.Nearest(name) is string nearest && taken.Add(nearest))
            {
                _names[(study, name)] = nearest;
            }
        }

        int number = 1;
        foreach (string name in series)
        {
            if (!_names.ContainsKey((study, name)))
            {
                string free;
                do
                {
                    free = string.Create(CultureInfo.InvariantCulture, $"Series{number++}");
                }
                while (!taken.Add(free));

                _names[(study, name)] = free;
            }
        }
    }
}
