using System.Text.Json;
using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Coco;

/// <summary>Reads the annotations of a COCO file in batches.</summary>
/// <param name="json">The file, at its start.</param>
/// <param name="keepsOutlines">Indicates whether outlines are kept; otherwise only bounding boxes are.</param>
internal sealed class CocoAnnotationReader(CocoJson json, bool keepsOutlines = false)
{
    /// <summary>The maximum number of segments of a panoptic image.</summary>
    public const int MaximumRegions = 65_536;

    private const int BatchSize = 512;

    private static readonly string TooManyRegions =
        FormattableString.Invariant($"its image has more than {MaximumRegions} regions, and none from here on is read");

    private readonly OutlineReader _outlines = new(keepsOutlines);
    private readonly List<CocoAnnotation> _regions = [];
    private State _state = State.BeforeRoot;

    private enum State
    {
        BeforeRoot,
        InRoot,
        InAnnotations,
        AtEnd,
    }

    /// <summary>Reads the next annotations.</summary>
    /// <param name="batch">Receives the annotations; it is cleared first.</param>
    /// <returns>False if there are no more annotations.</returns>
    public bool Read(List<CocoAnnotation> batch)
    {
        batch.Clear();
        while (_state != State.AtEnd && batch.Count < BatchSize)
        {
            Step(batch);
        }

        return batch.Count > 0;
    }

    private void Step(List<CocoAnnotation> batch)
    {
        if (!json.Read())
        {
            _state = State.AtEnd;
        }
        else if (_state == State.BeforeRoot)
        {
            _state = State.InRoot;
        }
        else if (_state == State.InAnnotations)
        {
            if (json.TokenType == JsonTokenType.EndArray)
            {
                _state = State.InRoot;
            }
            else
            {
                ReadAnnotation(batch);
            }
        }
        else if (json.TokenType == JsonTokenType.PropertyName && json.Is("annotations"u8))
        {
            _state = json.TryEnterList() ? State.InAnnotations : State.InRoot;
        }
        else if (json.TokenType == JsonTokenType.PropertyName)
        {
            json.Skip();
        }
        else
        {
            _state = State.AtEnd;
        }
    }

    private void ReadAnnotation(List<CocoAnnotation> batch)
    {
        int line = json.Line;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            batch.Add(new CocoAnnotation { Line = line, Fault = "it is not an object" });
            return;
        }

        _regions.Clear();
        bool isPanoptic = false;
        CocoAnnotation annotation = ReadFields(line, regions: _regions, ref isPanoptic);
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

    private CocoAnnotation ReadFields(int line, List<CocoAnnotation>? regions, ref bool isPanoptic)
    {
        (string? imageId, string? categoryId, bool isCrowd, string? boxFault, string? outlineFault) = (null, null, false, null, null);
        (BoundingBox? box, BoundingBox? outline) = (null, null);
        Outline? kept = null;
        double rotation = 0;
        while (json.ReadName())
        {
            if (json.Is("image_id"u8))
            {
                json.Read();
                imageId = json.Id();
            }
            else if (json.Is("category_id"u8))
            {
                json.Read();
                categoryId = json.Id();
            }
            else if (json.Is("iscrowd"u8))
            {
                json.Read();
                isCrowd = json.Truth();
            }
            else if (json.Is("bbox"u8))
            {
                json.Read();
                boxFault = _outlines.ReadBox(json, out box);
            }
            else if (json.Is("attributes"u8))
            {
                rotation = ReadRotation();
            }
            else if (json.Is("segmentation"u8))
            {
                json.Read();
                outlineFault = _outlines.ReadOutline(json, out outline);
                kept = _outlines.Outline;
            }
            else if (regions is not null && json.Is("segments_info"u8) && json.TryEnterList())
            {
                isPanoptic = true;
                ReadRegions(regions);
            }
            else if (json.TokenType == JsonTokenType.PropertyName)
            {
                json.Skip();
            }
        }

        // An outline is drawn as it lies; a box alone lies straight, and its rotation stands beside it.
        bool isRotated = box is not null && outline is null && rotation % 180 != 0;
        return new CocoAnnotation
        {
            ImageId = imageId,
            CategoryId = categoryId,
            IsCrowd = isCrowd,
            Box = isRotated ? RotatedBox.Around(box!.Value, rotation) : box ?? outline,
            IsRotated = isRotated,

            Outline = kept,

            // An invalid outline does not matter if a box is needed and present, and vice versa.
            Fault = keepsOutlines ? outlineFault : boxFault ?? (box is null ? outlineFault : null),
            Line = line,
        };
    }

    /// <summary>
    /// Reads the attributes that CVAT writes: of a rotated box, the degrees by which it is turned clockwise about its middle.
    /// </summary>
    private double ReadRotation()
    {
        double rotation = 0;
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return 0;
        }

        while (json.ReadName())
        {
            if (json.Is("rotation"u8))
            {
                json.Read();
                rotation = json.Number() ?? 0;
            }
            else
            {
                json.Skip();
            }
        }

        return rotation;
    }

    private void ReadRegions(List<CocoAnnotation> regions)
    {
        bool isPanoptic = true;
        while (json.ReadItem())
        {
            int line = json.Line;
            if (regions.Count >= MaximumRegions)
            {
                json.Skip();
                if (regions.Count == MaximumRegions)
                {
                    regions.Add(new CocoAnnotation { Line = line, Fault = TooManyRegions });
                }
            }
            else if (json.TokenType == JsonTokenType.StartObject)
            {
                regions.Add(ReadFields(line, regions: null, ref isPanoptic));
            }
            else
            {
                json.Skip();
                regions.Add(new CocoAnnotation { Line = line, Fault = "it is not an object" });
            }
        }
    }
}
