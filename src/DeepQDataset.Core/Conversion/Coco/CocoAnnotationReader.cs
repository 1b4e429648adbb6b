using System.Text.Json;
using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Coco;

/// <summary>Reads the annotations of a COCO file, a batch at a time.</summary>
/// <param name="json">The file, at its start.</param>
internal sealed class CocoAnnotationReader(JsonChunkReader json)
{
    private const int BatchSize = 512;

    private readonly OutlineReader _outlines = new();
    private readonly List<CocoAnnotation> _regions = [];
    private State _state = State.BeforeRoot;

    private enum State
    {
        BeforeRoot,
        InRoot,
        InAnnotations,
        AtEnd,
    }

    /// <summary>Reads more annotations.</summary>
    /// <param name="batch">Takes them; what it held is dropped.</param>
    /// <returns>False when there are no more.</returns>
    public bool Read(List<CocoAnnotation> batch)
    {
        batch.Clear();
        Utf8JsonReader reader = json.Resume();
        while (_state != State.AtEnd && batch.Count < BatchSize)
        {
            Step(ref reader, batch);
        }

        json.Leave(ref reader);
        return batch.Count > 0;
    }

    private void Step(ref Utf8JsonReader reader, List<CocoAnnotation> batch)
    {
        if (!json.Read(ref reader))
        {
            _state = State.AtEnd;
        }
        else if (_state == State.BeforeRoot)
        {
            _state = State.InRoot;
        }
        else if (_state == State.InAnnotations)
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                _state = State.InRoot;
            }
            else
            {
                ReadAnnotation(ref reader, batch);
            }
        }
        else if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("annotations"u8))
        {
            _state = CocoIndexer.TryEnterList(json, ref reader) ? State.InAnnotations : State.InRoot;
        }
        else if (reader.TokenType == JsonTokenType.PropertyName)
        {
            json.Skip(ref reader);
        }
        else
        {
            _state = State.AtEnd;
        }
    }

    private void ReadAnnotation(ref Utf8JsonReader reader, List<CocoAnnotation> batch)
    {
        int line = json.LineOf(ref reader);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            json.Skip(ref reader);
            batch.Add(new CocoAnnotation { Line = line, Fault = "it is no object" });
            return;
        }

        _regions.Clear();
        bool isPanoptic = false;
        CocoAnnotation annotation = ReadFields(ref reader, line, regions: _regions, ref isPanoptic);
        if (!isPanoptic)
        {
            batch.Add(annotation);
            return;
        }

        foreach (CocoAnnotation region in _regions)
        {
            batch.Add(region with { ImageId = annotation.ImageId, IsRegion = true });
        }
    }

    private CocoAnnotation ReadFields(ref Utf8JsonReader reader, int line, List<CocoAnnotation>? regions, ref bool isPanoptic)
    {
        (string? imageId, string? categoryId, bool isCrowd, string? boxFault, string? outlineFault) = (null, null, false, null, null);
        (BoundingBox? box, BoundingBox? outline) = (null, null);
        while (json.Read(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("image_id"u8))
            {
                json.Read(ref reader);
                imageId = CocoValues.Id(json, ref reader);
            }
            else if (reader.ValueTextEquals("category_id"u8))
            {
                json.Read(ref reader);
                categoryId = CocoValues.Id(json, ref reader);
            }
            else if (reader.ValueTextEquals("iscrowd"u8))
            {
                json.Read(ref reader);
                isCrowd = CocoValues.Truth(json, ref reader);
            }
            else if (reader.ValueTextEquals("bbox"u8))
            {
                json.Read(ref reader);
                boxFault = _outlines.ReadBox(json, ref reader, out box);
            }
            else if (reader.ValueTextEquals("segmentation"u8))
            {
                json.Read(ref reader);
                outlineFault = _outlines.ReadOutline(json, ref reader, out outline);
            }
            else if (regions is not null && reader.ValueTextEquals("segments_info"u8) && CocoIndexer.TryEnterList(json, ref reader))
            {
                isPanoptic = true;
                ReadRegions(ref reader, regions);
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                json.Skip(ref reader);
            }
        }

        return new CocoAnnotation
        {
            ImageId = imageId,
            CategoryId = categoryId,
            IsCrowd = isCrowd,
            Box = box ?? outline,

            // What is wrong with an outline does not matter where there is a box.
            Fault = boxFault ?? (box is null ? outlineFault : null),
            Line = line,
        };
    }

    private void ReadRegions(ref Utf8JsonReader reader, List<CocoAnnotation> regions)
    {
        bool isPanoptic = true;
        while (json.Read(ref reader) && reader.TokenType != JsonTokenType.EndArray)
        {
            int line = json.LineOf(ref reader);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                regions.Add(ReadFields(ref reader, line, regions: null, ref isPanoptic));
            }
            else
            {
                json.Skip(ref reader);
                regions.Add(new CocoAnnotation { Line = line, Fault = "it is no object" });
            }
        }
    }
}
