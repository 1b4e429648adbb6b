using System.Text.Json;
using DeepQDataset.Building.Planning;
using DeepQDataset.Conversion.Coco;
using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion.Export;

/// <summary>
/// Writes COCO's JSON. Boxes and masks of classes are instances, masks in run lengths. Classes of whole images are annotations without a
/// box, as CVAT and Datumaro write them; absent classes are <c>neg_category_ids</c>, as in LVIS. An empty image has no annotation; an
/// unlabelled one has none either, but lists all classes in LVIS's <c>not_exhaustive_category_ids</c>.
/// </summary>
/// <param name="images">The images and their labels.</param>
/// <param name="names">The file name of each image.</param>
/// <param name="sizes">The size of each image; images without a size are left out.</param>
internal sealed class CocoText(ExportImages images, string[] names, ImageSize?[] sizes)
{
    private const int FlushAt = 1 << 16;

    /// <summary>Writes the JSON.</summary>
    public void Write(Stream stream, CancellationToken cancellation)
    {
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        json.WriteStartObject();
        json.WriteStartObject("info");
        json.WriteString("description", "Converted from a DeepQ dataset");
        json.WriteEndObject();
        json.WriteStartArray("licenses");
        json.WriteEndArray();
        WriteCategories(json);
        WriteImages(json, cancellation);
        WriteAnnotations(json, cancellation);
        json.WriteEndObject();
        json.Flush();
    }

    private void WriteCategories(Utf8JsonWriter json)
    {
        json.WriteStartArray("categories");
        for (int index = 0; index < images.Labels.Classes.Count; index++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", index + 1);
            json.WriteString("name", images.Labels.Classes[index]);
            json.WriteString("supercategory", "");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteImages(Utf8JsonWriter json, CancellationToken cancellation)
    {
        json.WriteStartArray("images");
        for (int file = 0; file < names.Length; file++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (sizes[file] is ImageSize size)
            {
                json.WriteStartObject();
                json.WriteNumber("id", file + 1);
                json.WriteString("file_name", names[file]);
                json.WriteNumber("width", size.Width);
                json.WriteNumber("height", size.Height);
                WriteNegatives(json, file);
                WritePartial(json, file);
                json.WriteEndObject();
                Flush(json);
            }
        }

        json.WriteEndArray();
    }

    private void WriteNegatives(Utf8JsonWriter json, int file)
    {
        if (images.Labels.Task != DqTask.Classification)
        {
            return;
        }

        json.WriteStartArray("neg_category_ids");
        foreach (LabelReference reference in images.LabelsOf(file))
        {
            if (images.Labels.Labels[reference.Label].Value == 0)
            {
                json.WriteNumberValue(reference.Class + 1);
            }
        }

        json.WriteEndArray();
    }

    /// <summary>
    /// Marks an unlabelled image with <c>not_exhaustive_category_ids</c> (LVIS). Without it, an image without annotations is empty.
    /// </summary>
    private void WritePartial(Utf8JsonWriter json, int file)
    {
        if (images.IsLabelled(file) || images.IsEmpty(file))
        {
            return;
        }

        json.WriteStartArray("not_exhaustive_category_ids");
        for (int number = images.Labels.Classes.Count == 0 ? 0 : 1; number <= images.Labels.Classes.Count; number++)
        {
            json.WriteNumberValue(number); // 0, which is not a class, if there are no classes
        }

        json.WriteEndArray();
    }

    private void WriteAnnotations(Utf8JsonWriter json, CancellationToken cancellation)
    {
        json.WriteStartArray("annotations");
        int id = 0;
        for (int file = 0; file < names.Length; file++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (LabelReference reference in sizes[file] is null ? [] : images.LabelsOf(file))
            {
                if (images.Labels.Task == DqTask.Segmentation)
                {
                    continue; // its masks follow, merged by class
                }

                bool isBox = images.Labels.Task == DqTask.Detection;
                if (!isBox && images.Labels.Labels[reference.Label].Value != 1)
                {
                    continue;
                }

                json.WriteStartObject();
                json.WriteNumber("id", ++id);
                json.WriteNumber("image_id", file + 1);
                json.WriteNumber("category_id", reference.Class + 1);
                if (isBox)
                {
                    WriteBox(json, images.BoxOf(reference));
                }

                json.WriteEndObject();
                Flush(json);
            }

            foreach ((int number, MaskBuilder mask) in sizes[file] is null ? [] : images.MasksOf(file))
            {
                WriteMask(json, ++id, file, number, mask);
                Flush(json);
            }
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a mask as compressed run lengths (maskApi of the COCO API), with its bounding box and area.</summary>
    private static void WriteMask(Utf8JsonWriter json, int id, int file, int number, MaskBuilder mask)
    {
        List<long> runs = ColumnRuns.Of(mask);
        RunLengths.TryGetBox(runs, mask.Height, mask.Width, out BoundingBox box);
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteNumber("image_id", file + 1);
        json.WriteNumber("category_id", number + 1);
        json.WriteStartArray("bbox");
        json.WriteNumberValue(box.X);
        json.WriteNumberValue(box.Y);
        json.WriteNumberValue(box.Width);
        json.WriteNumberValue(box.Height);
        json.WriteEndArray();
        json.WriteNumber("area", mask.Count());
        json.WriteNumber("iscrowd", 0);
        json.WriteStartObject("segmentation");
        json.WriteStartArray("size");
        json.WriteNumberValue(mask.Height);
        json.WriteNumberValue(mask.Width);
        json.WriteEndArray();
        json.WriteString("counts", ColumnRuns.Compress(runs));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBox(Utf8JsonWriter json, BoundingBox box)
    {
        json.WriteStartArray("bbox");
        json.WriteNumberValue(box.X);
        json.WriteNumberValue(box.Y);
        json.WriteNumberValue(box.Width);
        json.WriteNumberValue(box.Height);
        json.WriteEndArray();
        json.WriteNumber("area", BoxMath.Multiply(box.Width, box.Height));
        json.WriteNumber("iscrowd", 0);
        json.WriteStartArray("segmentation");
        json.WriteEndArray();
    }

    private static void Flush(Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushAt)
        {
            json.Flush();
        }
    }
}
