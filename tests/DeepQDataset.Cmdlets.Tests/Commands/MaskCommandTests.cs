using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

/// <summary>Masks are converted from tools into archives and back; images are 40 pixels wide and 20 high.</summary>
public sealed class MaskCommandTests : IDisposable
{
    private const string Coco = """
        { "images": [{ "id": 1, "file_name": "a.png" }, { "id": 2, "file_name": "b.png" }], "categories": [{ "id": 1, "name": "cat" }],
          "annotations": [{ "image_id": 1, "category_id": 1, "segmentation": [[0, 0, 20, 0, 20, 20, 0, 20]] }] }
        """;

    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public MaskCommandTests()
    {
        byte[] image = new PngBuilder { Width = 40, Height = 20 }.Build();
        byte[] mask = new PngBuilder
        {
            Width = 40,
            Height = 20,
            ColorType = 0,
            Samples = (x, _, _) => x < 10 ? 1 : x < 14 ? 2 : x == 39 ? 7 : 0,
        }.Build();
        new DatasetBuilder().Text("coco/coco.json", Coco).File("coco/a.png", image).File("coco/b.png", image)
            .File("images/a.png", image).File("masks/a.png", mask).WriteFolder(_folder.FullPath);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Masks_go_into_an_archive_of_edition_3_0_and_come_back()
    {
        CommandOutput written = _session.Run(
            "ConvertFrom-DqCoco coco -Task Segmentation | New-DqDatasetArchive -Platform 3.0 -DestinationPath masks.zip");
        Assert.Empty(written.Errors);
        CommandOutput labels = _session.Run("Get-DqLabel masks.zip");
        CommandOutput first = _session.Run("ConvertFrom-DqCoco coco -Task Segmentation | Where-Object Class -eq cat");

        Assert.Equal(["cat", "cat"], labels.Values("Class"));
        Assert.Equal([40, 40], labels.Values("MaskWidth"));
        Assert.Contains(first.Single.Text("Mask"), labels.Values("Mask").Cast<string>());
        Assert.Equal("Segmentation", _session.Run("Get-DqDataset masks.zip").Single.Text("Task"));

        CommandOutput measured = _session.Run("Measure-DqDataset masks.zip");
        Assert.Equal([1], measured.Values("Images"));
        Assert.Equal([0.5], measured.Values("MedianMaskShare"));
    }

    [Fact]
    public void Values_of_a_mask_get_their_classes_from_a_table()
    {
        CommandOutput output = _session.Run("ConvertFrom-DqMask masks -ClassMap @{ 1 = 'lesion'; '2' = 'vessel' } -Verbose");
        Assert.Equal(["lesion", "vessel"], output.Values("Class"));
        Assert.Contains("1 value of a mask's pixels means no class", Assert.Single(output.Warnings), StringComparison.Ordinal);
        Assert.Contains(output.Verbose, line => line.Contains("20 pixels of 'a.png' have the value 7", StringComparison.Ordinal));
        Assert.Equal(
            ["ConversionLosses"], _session.Run("ConvertFrom-DqMask masks -ClassMap @{ 1 = 'lesion'; 2 = '' } -Strict").ErrorIds);
        Assert.Equal(["1", "2", "7"], _session.Run("ConvertFrom-DqMask masks").Values("Class"));
    }

    [Fact]
    public void A_key_of_the_table_that_is_no_value_is_an_error() =>
        Assert.Equal(["ClassMapKey"], _session.Run("ConvertFrom-DqMask masks -ClassMap @{ red = 'lesion' }").ErrorIds);

    [Fact]
    public void Masks_go_to_COCO_and_back()
    {
        string? mask = _session.Run("ConvertFrom-DqMask masks -ClassMap @{ 1 = 'x'; 2 = ''; 7 = '' }").Single.Text("Mask");
        CommandOutput written = _session.Run(
            "ConvertFrom-DqMask masks -ClassMap @{ 1 = 'x'; 2 = ''; 7 = '' } | ConvertTo-DqCoco -DestinationPath back");
        Assert.Empty(written.Errors);
        Assert.Equal(mask, _session.Run("ConvertFrom-DqCoco back -Task Segmentation").Single.Text("Mask"));
    }
}
