using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>
/// Finds the images of a dataset: those of train, val and test, or all images if there are no splits or they do not exist.
/// </summary>
/// <param name="source">The dataset.</param>
/// <param name="log">Receives splits that do not exist.</param>
/// <param name="cancellation">The token to monitor for cancellation requests.</param>
internal sealed class YoloSplits(AnnotationSource source, ConversionLog log, CancellationToken cancellation)
{
    /// <summary>Gets the lists of images that splits refer to, which are not label files.</summary>
    public HashSet<string> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>Returns the images, in ordinal order of their paths.</summary>
    public IReadOnlyList<SourceEntry> Images(YoloDescription? description)
    {
        IReadOnlyList<SourceEntry> all = source.Images.Images;
        if (description is null || description.Splits.Count == 0)
        {
            return all;
        }

        SortedDictionary<string, SourceEntry> chosen = new(StringComparer.Ordinal);
        bool isComplete = true;
        foreach (string split in description.Splits)
        {
            if (!TryAdd(split, description, all, chosen))
            {
                log.Add(YoloReasons.SplitMissing, description.Path, null, $"'{split}'");
                isComplete = false;
            }
        }

        return isComplete ? chosen.Values.ToArray() : all;
    }

    private bool TryAdd(
        string split, YoloDescription description, IReadOnlyList<SourceEntry> all, SortedDictionary<string, SourceEntry> chosen)
    {
        foreach (string target in Targets(split, description))
        {
            cancellation.ThrowIfCancellationRequested();
            if (target.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            {
                if (source.Source.Entries.FirstOrDefault(entry => !entry.IsFolder && entry.Path == target) is SourceEntry list)
                {
                    AddListed(list, chosen);
                    return true;
                }

                continue;
            }

            bool isFound = false;
            foreach (SourceEntry image in all)
            {
                if (target.Length == 0 || image.Path == target
                    || (image.Path.StartsWith(target, StringComparison.Ordinal) && image.Path.Length > target.Length
                        && image.Path[target.Length] == '/'))
                {
                    chosen[image.Path] = image;
                    isFound = true;
                }
            }

            if (isFound || source.Images.Source.Entries.Any(entry => entry.IsFolder && entry.Path == target))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Returns the possible locations of a split: below the declared root, below the folder of the description, or, since both are often
    /// those of another machine, wherever the last parts of the path match.
    /// </summary>
    private static IEnumerable<string> Targets(string split, YoloDescription description)
    {
        string relative = split.Replace('\\', '/');
        string root = description.Root.Replace('\\', '/');
        yield return ImageLocator.Normalize($"{description.Folder}/{root}/{relative}/").TrimEnd('/');
        yield return ImageLocator.Normalize($"{description.Folder}/{EntryPath.FileName(root.TrimEnd('/'))}/{relative}/").TrimEnd('/');
        yield return ImageLocator.Normalize($"{description.Folder}/{relative}/").TrimEnd('/');
        string rest = ImageLocator.Normalize($"./{relative}/").TrimEnd('/');
        while (rest.Length > 0)
        {
            yield return EntryPath.Combine(description.Folder, rest);
            yield return rest;
            int slash = rest.IndexOf('/', StringComparison.Ordinal);
            rest = slash < 0 ? "" : rest[(slash + 1)..];
        }
    }

    private void AddListed(SourceEntry list, SortedDictionary<string, SourceEntry> chosen)
    {
        Lists.Add(list.Path);
        string path = source.PathOf(list);
        string text = AnnotationText.Read(
            source, list, encoding => log.Add(YoloReasons.EncodingGuessed, path, null, $"taken for {encoding}"), cancellation);
        int line = 0;
        foreach (string name in text.Split('\n'))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(name))
            {
                if (source.Images.Find(name.Trim(), EntryPath.Folder(list.Path)).Image is LocatedImage image)
                {
                    chosen[image.Entry.Path] = image.Entry;
                }
                else
                {
                    log.Add(ConversionReasons.ImageNotFound, path, line, $"no image '{name.Trim()}' in '{source.Images.Source.FullPath}'");
                }
            }
        }
    }
}
