using System.Text.Json;
using DeepQDataset.Sources;
using DeepQDataset.Work;

namespace DeepQDataset.Conversion.Coco;

/// <summary>Reads a COCO file for the first time: images and categories, which may follow the annotations that refer to them.</summary>
/// <param name="log">Receives invalid entries.</param>
/// <param name="progress">Receives the progress.</param>
internal sealed class CocoIndexer(ConversionLog log, IProgress<WorkProgress>? progress)
{
    private const int ProgressStep = 4096;

    private readonly Dictionary<string, string> _idsByName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _knownIds = new(StringComparer.Ordinal);
    private long _read;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DatasetException">The file is not valid JSON.</exception>
    public CocoIndex Read(AnnotationSource source, SourceEntry file, CancellationToken cancellation)
    {
        CocoIndex index = new(file, source.PathOf(file));
        using CocoJson json = new(source, file, cancellation);
        _idsByName.Clear();
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            index.Fault = (1, json.TokenType == JsonTokenType.StartArray
                ? "it is a list; COCO's results hold no images, so take the annotations they were made from"
                : "it is not an object");
            return index;
        }

        bool hasImages = false;
        bool hasAnnotations = false;
        while (json.ReadName())
        {
            if (json.Is("images"u8))
            {
                hasImages |= json.TryEnterList();
                ReadImages(json, index);
            }
            else if (json.Is("categories"u8))
            {
                json.TryEnterList();
                ReadCategories(json, index);
            }
            else if (json.Is("annotations"u8))
            {
                hasAnnotations |= json.TryEnterList();
                ReadAnnotations(json, index);
            }
            else
            {
                json.Skip();
            }
        }

        json.Read(); // reports anything after the object
        index.IsCoco = hasImages && hasAnnotations;
        index.Fault = index.IsCoco ? null : (1, $"it has no list '{(hasImages ? "annotations" : "images")}'");
        return index;
    }

    private void ReadImages(CocoJson json, CocoIndex index)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (json.ReadItem())
        {
            int line = json.Line;
            (string? id, string? name, double? width, double? height, string[]? negatives, bool isPartial) = (
                null, null, null, null, null, false);
            if (json.TokenType == JsonTokenType.StartObject)
            {
                while (json.ReadName())
                {
                    if (json.Is("id"u8))
                    {
                        json.Read();
                        id = json.Id();
                    }
                    else if (json.Is("file_name"u8))
                    {
                        json.Read();
                        name = json.Text();
                    }
                    else if (json.Is("width"u8))
                    {
                        json.Read();
                        width = json.Number();
                    }
                    else if (json.Is("height"u8))
                    {
                        json.Read();
                        height = json.Number();
                    }
                    else if (json.Is("neg_category_ids"u8))
                    {
                        negatives = json.TryEnterList() ? ReadIds(json) : null;
                    }
                    else if (json.Is("not_exhaustive_category_ids"u8))
                    {
                        isPartial = json.TryEnterList() && ReadIds(json) is not null;
                    }
                    else
                    {
                        json.Skip();
                    }
                }
            }
            else
            {
                json.Skip();
            }

            if (id is null || string.IsNullOrWhiteSpace(name))
            {
                log.Add(CocoReasons.ImageInvalid, index.Path, line, id is null ? $"the image '{name}' has no id"
                    : $"image {id} has no file name");
                continue;
            }

            index.Entries.Add(new CocoImageEntry(id, name.Trim(), Size(width, height), line, negatives, isPartial));
            Report(json, index.File);
        }
    }

    private string[]? ReadIds(CocoJson json)
    {
        List<string> ids = [];
        while (json.ReadItem())
        {
            if (json.Id() is string id)
            {
                ids.Add(_knownIds.TryGetValue(id, out string? known) ? known : id);
                _knownIds.Add(ids[^1]); // they repeat for each image
            }
        }

        return ids.Count == 0 ? null : ids.ToArray();
    }

    private static ImageSize? Size(double? width, double? height) =>
        width is >= 1 and <= int.MaxValue && height is >= 1 and <= int.MaxValue ? new ImageSize((int)width, (int)height) : null;

    private void ReadCategories(CocoJson json, CocoIndex index)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (json.ReadItem())
        {
            int line = json.Line;
            (string? id, string? name, bool isThing) = (null, null, true);
            if (json.TokenType == JsonTokenType.StartObject)
            {
                while (json.ReadName())
                {
                    if (json.Is("id"u8))
                    {
                        json.Read();
                        id = json.Id();
                    }
                    else if (json.Is("name"u8))
                    {
                        json.Read();
                        name = json.Text()?.Trim();
                    }
                    else if (json.Is("isthing"u8))
                    {
                        json.Read();
                        isThing = json.Truth();
                    }
                    else
                    {
                        json.Skip();
                    }
                }
            }
            else
            {
                json.Skip();
            }

            if (id is not null && !string.IsNullOrEmpty(name))
            {
                AddCategory(index, id, new CocoCategory(name, isThing), line);
            }
        }
    }

    private void AddCategory(CocoIndex index, string id, CocoCategory category, int line)
    {
        if (!index.Categories.TryAdd(id, category))
        {
            if (!string.Equals(index.Categories[id].Name, category.Name, StringComparison.Ordinal))
            {
                log.Add(CocoReasons.CategoryIdRepeated, index.Path, line,
                    $"'{category.Name}' has the id {id} of '{index.Categories[id].Name}'");
            }
        }
        else if (!_idsByName.TryAdd(category.Name, id))
        {
            log.Add(
                CocoReasons.CategoryNameRepeated, index.Path, line, $"'{category.Name}' has the ids {_idsByName[category.Name]} and {id}");
        }
    }

    private void ReadAnnotations(CocoJson json, CocoIndex index)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (json.ReadItem())
        {
            // Only the presence of boxes and outlines matters here: if there are none, the annotations are of whole images.
            if (index.HasGeometry)
            {
                json.Skip();
            }
            else
            {
                index.HasGeometry = HasGeometry(json);
            }

            Report(json, index.File);
        }
    }

    /// <summary>Determines whether an annotation, or a segment of a panoptic one, has a box or an outline.</summary>
    private static bool HasGeometry(CocoJson json)
    {
        int depth = json.Depth;
        bool hasGeometry = false;
        if (json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            while (json.Read() && json.Depth > depth)
            {
                hasGeometry |= json.TokenType == JsonTokenType.PropertyName && (json.Is("bbox"u8) || json.Is("segmentation"u8))
                    && HasContent(json);
            }
        }

        return hasGeometry;
    }

    private static bool HasContent(CocoJson json)
    {
        json.Read();
        int depth = json.Depth;
        if (json.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            return false;
        }

        bool hasContent = false;
        while (json.Read() && json.Depth > depth)
        {
            hasContent = true;
        }

        return hasContent;
    }

    private void Report(CocoJson json, SourceEntry file)
    {
        if (++_read % ProgressStep == 0)
        {
            progress?.Report(new WorkProgress("Reading images and categories", json.Position, file.Length, "bytes"));
        }
    }
}
