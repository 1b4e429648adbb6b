using System.Globalization;
using DeepQDataset.Imaging;

namespace DeepQDataset.Rules.Dicom;

/// <summary>Collects the differences between the images of one series (DQ408). Missing values do not differ.</summary>
/// <param name="first">The index of the first image of the series.</param>
internal sealed class DicomSeriesVariety(int first)
{
    private const int Shown = 3;

    private readonly Distinct<(int Columns, int Rows)> _sizes = new();
    private readonly Distinct<string> _modalities = new();
    private readonly Distinct<string> _patients = new();

    /// <summary>Gets the index of the first image of the series.</summary>
    public int First { get; } = first;

    /// <summary>Gets the number of images.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an image.</summary>
    public void Add(DicomHeader header)
    {
        Count++;
        if (header is { HasPixelData: true, Columns: int columns, Rows: int rows })
        {
            _sizes.Add((columns, rows));
        }

        if (!string.IsNullOrEmpty(header.Modality))
        {
            _modalities.Add(header.Modality);
        }

        if (!string.IsNullOrEmpty(header.PatientId))
        {
            _patients.Add(header.PatientId);
        }
    }

    /// <summary>Returns the differences as a phrase, without patient IDs; null if there are none.</summary>
    public string? Differences()
    {
        List<string> differences = [];
        if (_sizes.Count > 1)
        {
            differences.Add($"size ({List(_sizes, size => FormattableString.Invariant($"{size.Columns}×{size.Rows}"))})");
        }

        if (_modalities.Count > 1)
        {
            differences.Add($"modality ({List(_modalities, DicomText.Display)})");
        }

        if (_patients.Count > 1)
        {
            differences.Add(FormattableString.Invariant($"patient ({_patients.Count} patient IDs)"));
        }

        return differences.Count switch
        {
            0 => null,
            1 => differences[0],
            2 => $"{differences[0]} and {differences[1]}",
            _ => $"{differences[0]}, {differences[1]} and {differences[2]}",
        };
    }

    private static string List<T>(Distinct<T> values, Func<T, string> display)
        where T : notnull
    {
        List<string> names = values.Values.Take(Shown).Select(display).ToList();
        if (values.Count > Shown)
        {
            names.Add(string.Create(CultureInfo.InvariantCulture, $"{values.Count - Shown} more"));
        }

        return $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
    }

    /// <summary>Represents distinct values. A list is allocated only for a second value.</summary>
    private sealed class Distinct<T>
        where T : notnull
    {
        private T? _first;
        private HashSet<T>? _all;

        public int Count { get; private set; }

        public IEnumerable<T> Values => _all ?? (IEnumerable<T>)[_first!];

        public void Add(T value)
        {
            if (Count == 0)
            {
                _first = value;
                Count = 1;
                return;
            }

            if (_all is null && EqualityComparer<T>.Default.Equals(_first, value))
            {
                return;
            }

            _all ??= [_first!];
            _all.Add(value);
            Count = _all.Count;
        }
    }
}
