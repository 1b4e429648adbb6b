using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>
/// Finds the names of classes: given names, those of the description, or a file with one name a line, as LabelImg, CVAT, Roboflow and
/// Darknet write it. Of several files, the one nearest to the labels is used.
/// </summary>
internal sealed class YoloNamesFinder
{
    private readonly YoloNames? _all;
    private readonly Dictionary<string, YoloNames> _byFolder = new(StringComparer.Ordinal);

    /// <summary>Finds the names.</summary>
    /// <param name="source">The dataset.</param>
    /// <param name="description">The description; null if there is none.</param>
    /// <param name="given">The given names, which come first.</param>
    /// <param name="log">Receives a guessed encoding.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public YoloNamesFinder(
        AnnotationSource source, YoloDescription? description, IReadOnlyList<string> given, ConversionLog log,
            CancellationToken cancellation)
    {
        if (given.Count > 0)
        {
            _all = YoloNames.Of($"{Remedy.Of(RemedyAction.GiveClassNames)}", given);
            return;
        }

        _all = description?.Names;
        string? named = description?.NamesFile is string file ? EntryPath.FileName(ImageLocator.Normalize(file)) : null;
        foreach (SourceEntry entry in _all is null ? source.Source.Entries : [])
        {
            string name = EntryPath.FileName(entry.Path);
            if (!entry.IsFolder && (IsNamesFile(name) || string.Equals(name, named, StringComparison.OrdinalIgnoreCase)))
            {
                string path = source.PathOf(entry);
                string text = AnnotationText.Read(
                    source, entry, encoding => log.Add(YoloReasons.EncodingGuessed, path, null, $"taken for {encoding}"), cancellation);
                YoloNames names = YoloNames.Of(path, text.Split('\n'));
                string folder = EntryPath.Folder(entry.Path);
                if (string.Equals(name, named, StringComparison.OrdinalIgnoreCase))
                {
                    _all ??= names;
                }

                _byFolder.TryAdd(folder, names);
            }
        }
    }

    /// <summary>Determines whether a file name is one that tools use for the names of classes.</summary>
    public static bool IsNamesFile(string name) => name.EndsWith(".names", StringComparison.OrdinalIgnoreCase)
        || name.Equals("classes.txt", StringComparison.OrdinalIgnoreCase)
        || name.Equals("names.txt", StringComparison.OrdinalIgnoreCase)
        || name.Equals("_darknet.labels", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the names for a label file; null if there are none.</summary>
    /// <param name="path">The path of the label file in its source.</param>
    public YoloNames? For(string path)
    {
        if (_all is not null)
        {
            return _all;
        }

        for (string folder = EntryPath.Folder(path); ; folder = EntryPath.Folder(folder))
        {
            if (_byFolder.TryGetValue(folder, out YoloNames? names))
            {
                return names;
            }

            if (folder.Length == 0)
            {
                return _byFolder.Count == 0 ? null : _byFolder.MinBy(pair => (pair.Key.Length, pair.Key)).Value;
            }
        }
    }
}
