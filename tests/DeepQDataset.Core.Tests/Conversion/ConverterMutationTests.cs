using System.Text;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Coco;
using DeepQDataset.Conversion.Voc;
using DeepQDataset.Conversion.Yolo;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion;

/// <summary>Tests that damaged annotations result in labels with valid boxes, in counted losses, or in a typed error.</summary>
public sealed class ConverterMutationTests : IDisposable
{
    private const int Rounds = 700;

    private const string Coco = """
        { "images": [{ "id": 1, "file_name": "a.png", "width": 100, "height": 50, "neg_category_ids": [2] }],
          "categories": [{ "id": 1, "name": "cat" }, { "id": 2, "name": "dog" }],
          "annotations": [{ "image_id": 1, "category_id": 1, "bbox": [1, 2, 3.5, 4], "iscrowd": 0, "segmentation": [[1, 2, 3, 4, 5, 6]] },
            { "image_id": 1, "category_id": 2, "segmentation": { "size": [50, 100], "counts": "W34^1One4" } },
            { "image_id": 1, "segments_info": [{ "category_id": 1, "bbox": [1, 1, 1, 1] }] }] }
        """;

    private const string Voc = """
        <?xml version="1.0"?><annotation><filename>a.png</filename><source><database>VOC2007</database></source>
        <size><width>100</width><height>50</height></size><object><name>cat</name>
        <bndbox><xmin>1</xmin><ymin>2.5</ymin><xmax>30</xmax><ymax>40</ymax></bndbox><part><name>x</name></part></object></annotation>
        """;

    private readonly TempFolder _folder = new();

    public ConverterMutationTests() =>
        new DatasetBuilder().File("a.png", new PngBuilder { Width = 100, Height = 50 }.Build()).WriteFolder(_folder.FullPath);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_COCO() => Mutate("a.json", Coco, log =>
        CocoConverter.Convert(_folder["a.json"], new CocoOptions(), log, null, TestContext.Current.CancellationToken));

    [Fact]
    public void Of_Pascal_VOC() => Mutate("a.xml", Voc, log =>
        VocConverter.Convert(_folder["a.xml"], new VocOptions(), log, null, TestContext.Current.CancellationToken));

    [Fact]
    public void Of_YOLO_labels()
    {
        File.WriteAllText(_folder["data.yaml"], "names: [cat, dog]");
        Mutate("a.txt", "0 0.5 0.5 0.25 0.2\n1 0.1 0.2 0.4 0.2 0.3 0.9\n10 20 110 20 110 70 10 70 cat 1\n", FromYolo);
    }

    [Fact]
    public void Of_the_description_of_YOLO()
    {
        File.WriteAllText(_folder["a.txt"], "1 0.5 0.5 0.25 0.2");
        Mutate("data.yaml", "path: ../x\ntrain: [., a.png]\nval: ''\nkpt_shape: [2, 3]\nnames:\n  0: cat\n  1: \"d\\u006fg\"\n", FromYolo);
    }

    private IEnumerable<DqLabel> FromYolo(ConversionLog log) =>
        YoloConverter.Convert(_folder.FullPath, new YoloOptions(), log, null, TestContext.Current.CancellationToken);

    private void Mutate(string path, string content, Func<ConversionLog, IEnumerable<DqLabel>> convert)
    {
        Random random = new(11);
        int converted = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(content);
            for (int change = random.Next(3); change >= 0; change--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(4) == 0 ? (byte)random.Next(256) : bytes[random.Next(bytes.Length)];
            }

            File.WriteAllBytes(_folder[path], random.Next(8) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            ConversionLog log = new();
            try
            {
                foreach (DqLabel label in convert(log))
                {
                    converted++;
                    Assert.True(label.Width is null || (label.X >= 0 && label.Y >= 0 && label.Width > 0 && label.Height > 0
                        && label.X + label.Width <= 100.000001 && label.Y + label.Height <= 50.000001) || label.SourcePath is null);
                }
            }
            catch (DatasetException exception)
            {
                Assert.NotEmpty(exception.Message);
            }
        }

        Assert.InRange(converted, Rounds / 50, int.MaxValue); // some damage changes nothing that matters
    }
}
