using DeepQDataset.Conversion.Coco;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Coco;

/// <summary>Two images of 100 × 50 pixels, two categories, and the annotations that a test writes.</summary>
public abstract class CocoTestBase : IDisposable
{
    protected const string Categories = """[{ "id": 0, "name": "cat" }, { "id": 70, "name": "dog" }]""";
    protected const string Images = """
        [{ "id": 0, "file_name": "a.png", "width": 100, "height": 50 }, { "id": 900000, "file_name": "b.png", "width": 100, "height": 50 }]
        """;

    protected TempFolder Folder { get; } = new();

    private protected Collecting Collecting { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static byte[] Image() => new PngBuilder { Width = 100, Height = 50 }.Build();

    protected static string Json(string annotations, string images = Images) =>
        $$"""{ "images": {{images}}, "categories": {{Categories}}, "annotations": [ {{annotations}} ] }""";

    protected void Write(string json, string path = "annotations.json") => new DatasetBuilder()
        .Text(path, json).File("images/a.png", Image()).File("images/b.png", Image()).WriteFolder(Folder["set"]);

    protected string[] Convert(string annotations, CocoOptions? options = null)
    {
        Write(Json(annotations));
        return Convert(options).Select(Converted.Text).ToArray();
    }

    protected DqLabel[] Convert(CocoOptions? options = null, string path = "set") => CocoConverter
        .Convert(Folder[path], options ?? new CocoOptions(), Collecting.Log, null, TestContext.Current.CancellationToken).ToArray();
}
