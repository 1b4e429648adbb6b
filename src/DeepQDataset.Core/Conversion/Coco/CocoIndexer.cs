using System.Text.Json;
using DeepQDataset.Sources;
using DeepQDataset.Validation;

namespace DeepQDataset.Conversion.Coco;

/// <summary>Reads a COCO file for the first time: images and categories, which may stand behind the annotations that need them.</summary>
/// <param name="log">Told of what makes no sense.</param>
/// <param name="progress">Told how far it is.</param>
internal sealed class CocoIndexer(ConversionLog log, IProgress<WorkProgress>? progress)
{
    private const int ProgressStep = 4096;

    private readonly Dictionary<string, string> _idsByName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _knownIds = new(StringComparer.Ordinal);
    private long _read;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DatasetException">It is no valid JSON.</exception>
    public CocoIndex Read(AnnotationSource source, SourceEntry file, CancellationToken cancellation)
    {
        CocoIndex index = new(file, source.PathOf(file));
        using JsonChunkReader json = new(source.Source.Open(file), index.Path, cancellation);
        Utf8JsonReader reader = json.Resume();
        _idsByName.Clear();
        if (!json.Read(ref reader) || reader.TokenType != JsonTokenType.StartObject)
        {
            index.Fault = (1, reader.TokenType == JsonTokenType.StartArray
                ? "it is a list; COCO's results hold no images, so take the annotations they were made from"
                : "it is no object");
            return index;
        }

        bool hasImages = false;
        bool hasAnnotations = false;
        while (json.Read(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("images"u8))
            {
                hasImages |= TryEnterList(json, ref reader);
                ReadImages(json, ref reader, index);
            }
            else if (reader.ValueTextEquals("categories"u8))
            {
                TryEnterList(json, ref reader);
                ReadCategories(json, ref reader, index);
            }
            else if (reader.ValueTextEquals("annotations"u8))
            {
                hasAnnotations |= TryEnterList(json, ref reader);
                ReadAnnotations(json, ref reader, index);
            }
            else
            {
                json.Skip(ref reader);
            }
        }

        json.Read(ref reader); // what follows the object is no JSON
        index.IsCoco = hasImages && hasAnnotations;
        index.Fault = index.IsCoco ? null : (1, $"it has no list '{(hasImages ? "annotations" : "images")}'");
        return index;
    }

    /// <summary>Goes into a property's list; passes over any other value.</summary>
    internal static bool TryEnterList(JsonChunkReader json, ref Utf8JsonReader reader)
    {
        json.Read(ref reader);
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        json.Skip(ref reader);
        return false;
    }

    private void ReadImages(JsonChunkReader json, ref Utf8JsonReader reader, CocoIndex index)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (json.Read(ref reader) && reader.TokenType != JsonTokenType.EndArray)
        {
            int line = json.LineOf(ref reader);
            (string? id, string? name, double? width, double? height, string[]? negatives) = (null, null, null, null, null);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                while (json.Read(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (reader.ValueTextEquals("id"u8))
                    {
                        json.Read(ref reader);
                        id = CocoValues.Id(json, ref reader);
                    }
                    else if (reader.ValueTextEquals("file_name"u8))
                    {
                        json.Read(ref reader);
                        name = CocoValues.Text(json, ref reader);
                    }
                    else if (reader.ValueTextEquals("width"u8))
                    {
                        json.Read(ref reader);
                        width = CocoValues.Number(json, ref reader);
                    }
                    else if (reader.ValueTextEquals("height"u8))
                    {
                        json.Read(ref reader);
                        height = CocoValues.Number(json, ref reader);
                    }
                    else if (reader.ValueTextEquals("neg_category_ids"u8))
                    {
                        negatives = TryEnterList(json, ref reader) ? ReadIds(json, ref reader) : null;
                    }
                    else
                    {
                        json.Skip(ref reader);
                    }
                }
            }
            else
            {
                json.Skip(ref reader);
            }

            if (id is null || string.IsNullOrWhiteSpace(name))
            {
                log.Add(CocoReasons.ImageInvalid, index.Path, line, id is null ? $"the image '{name}' has no id"
                    : $"image {id} has no file name");
                continue;
            }

            index.Entries.Add(new CocoImageEntry(id, name.Trim(), Size(width, height), line, negatives));
            Report(json, index.File);
        }
    }

    private string[]? ReadIds(JsonChunkReader json, ref Utf8JsonReader reader)
    {
        List<string> ids = [];
        while (json.Read(ref reader) && reader.TokenType != JsonTokenType.EndArray)
        {
            if (CocoValues.Id(json, ref reader) is string id)
            {
                ids.Add(_knownIds.TryGetValue(id, out string? known) ? known : id);
                _knownIds.Add(ids[^1]); // they come again with each image
            }
        }

        return ids.Count == 0 ? null : ids.ToArray();
    }

    private static ImageSize? Size(double? width, double? height) =>
        width is >= 1 and <= int.MaxValue && height is >= 1 and <= int.MaxValue ? new ImageSize((int)width, (int)height) : null;

    private void ReadCategories(JsonChunkReader json, ref Utf8JsonReader reader, CocoIndex index)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (json.Read(ref reader) && reader.TokenType != JsonTokenType.EndArray)
        {
            int line = json.LineOf(ref reader);
            (string? id, string? name, bool isThing) = (null, null, true);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                while (json.Read(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (reader.ValueTextEquals("id"u8))
                    {
                        json.Read(ref reader);
                        id = CocoValues.Id(json, ref reader);
                    }
                    else if (reader.ValueTextEquals("name"u8))
                    {
                        json.Read(ref reader);
                        name = CocoValues.Text(json, ref reader)?.Trim();
                    }
                    else if (reader.ValueTextEquals("isthing"u8))
                    {
                        json.Read(ref reader);
                        isThing = CocoValues.Truth(json, ref reader);
                    }
                    else
                    {
                        json.Skip(ref reader);
                    }
                }
            }
            else
            {
                json.Skip(ref reader);
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

    private void ReadAnnotations(JsonChunkReader json, ref Utf8JsonReader reader, CocoIndex index)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        int list = reader.CurrentDepth;
        while (json.Read(ref reader) && reader.CurrentDepth > list)
        {
            // Only whether there are boxes and outlines at all is asked here: without any, the annotations are of whole images.
            if (!index.HasGeometry && reader.TokenType == JsonTokenType.PropertyName
                && (reader.ValueTextEquals("bbox"u8) || reader.ValueTextEquals("segmentation"u8)))
            {
                index.HasGeometry = HasContent(json, ref reader);
            }
            else if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == list + 1)
            {
                Report(json, index.File);
            }
        }
    }

    private static bool HasContent(JsonChunkReader json, ref Utf8JsonReader reader)
    {
        json.Read(ref reader);
        int depth = reader.CurrentDepth;
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            return false;
        }

        bool hasContent = false;
        while (json.Read(ref reader) && reader.CurrentDepth > depth)
        {
            hasContent = true;
        }

        return hasContent;
    }

    private void Report(JsonChunkReader json, SourceEntry file)
    {
        if (++_read % ProgressStep == 0)
        {
            progress?.Report(new WorkProgress("Reading images and categories", json.Position, file.Length, "bytes"));
        }
    }
}
