using System.IO.Compression;
using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Building.ArchiveAssert;

namespace DeepQDataset.Core.Tests.Building.Planning;

/// <summary>Packaging what is a dataset already.</summary>
public sealed class DatasetPlanTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Zip => _folder["out.zip"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_layout_comes_to_the_root_and_what_it_has_no_place_for_stays_out()
    {
        string dataset = Datasets.Classification().Text("notes.txt", "x").Text("image/Thumbs.db", "x").Wrapped("chest")
            .WriteFolder(_folder["in"]);
        DqArchive archive = WriteDataset(dataset, Zip);
        Assert.Equal(
            ["image/image001.png", "image/image002.png", "image/image003.png", "image/image004.png", "image/image005.png",
            "image/image006.png", "label.csv"],
            Names(Zip));
        Assert.Equal(["chest/image/Thumbs.db", "chest/notes.txt"], archive.LeftOut);
        Assert.Empty(archive.Renames);
        Assert.Equal((7, 6), (archive.Entries, archive.Images));
    }

    [Fact]
    public void The_label_file_is_copied_byte_for_byte()
    {
        byte[] labels = [0xEF, 0xBB, 0xBF, .. "image001,\"001\",1\r\n"u8];
        string dataset = Datasets.ImageOnly().File("label.csv", labels).WriteFolder(_folder["in"]);
        WriteDataset(dataset, Zip);
        Assert.Equal(labels, Read(Zip, "label.csv"));
    }

    [Fact]
    public void A_file_name_that_two_classes_share_is_made_unique()
    {
        string dataset = new DatasetBuilder().Text("Classes/A/a.png", "1").Text("Classes/B/a.png", "2").Text("Classes/B/a_2.png", "3")
            .WriteFolder(_folder["in"]);
        DqArchive archive = WriteDataset(dataset, Zip);
        Assert.Equal(["Classes/A/a.png", "Classes/B/a_2.png", "Classes/B/a_3.png"], Names(Zip));
        DqRename rename = Assert.Single(archive.Renames);
        Assert.Equal((Path.Combine(dataset, "Classes", "B", "a.png"), "a.png", "a_3.png"), (rename.Source, rename.OldName, rename.NewName));
        Assert.Equal(3, archive.Labels);
    }

    [Fact]
    public void Names_across_series_stay()
    {
        string dataset = Datasets.Studies().WriteFolder(_folder["in"]);
        DqArchive archive = WriteDataset(dataset, Zip);
        Assert.Contains("image/Study2/Series1/image001.png", Names(Zip));
        Assert.Empty(archive.Renames);
    }

    [Fact]
    public void A_zip_is_packaged_as_its_folder_is()
    {
        DatasetBuilder dataset = Datasets.Detection().Wrapped("x");
        DqArchive fromFolder = WriteDataset(dataset.WriteFolder(_folder["in"]), _folder["folder.zip"]);
        DqArchive fromZip = WriteDataset(dataset.WriteZip(_folder["in.zip"]), _folder["zip.zip"]);
        Assert.Equal(Names(fromFolder.Path), Names(fromZip.Path));
        Assert.Equal(Read(fromFolder.Path, "label.csv"), Read(fromZip.Path, "label.csv"));
        Assert.Equal(fromFolder.Labels, fromZip.Labels);
    }

    [Fact]
    public void A_folder_without_a_layout_holds_nothing_to_archive()
    {
        string dataset = new DatasetBuilder().Text("notes.txt", "x").WriteFolder(_folder["in"]);
        Assert.Equal("NothingToArchive", Assert.Throws<DatasetException>(() => WriteDataset(dataset, Zip)).ErrorId);
    }

    [Fact]
    public void The_source_folder_is_never_written_into()
    {
        string dataset = Datasets.ImageOnly().WriteFolder(_folder["in"]);
        Assert.Equal("DestinationIsSource", Assert.Throws<DatasetException>(() => WriteDataset(dataset, Path.Combine(dataset, "out.zip")))
            .ErrorId);
    }

    [Fact]
    public void Beside_an_image_folder_that_was_named_itself_is_a_good_place()
    {
        string dataset = Datasets.Classification().WriteFolder(_folder["in"]);
        string images = Path.Combine(dataset, "image");
        Assert.Equal("DestinationIsSource", Assert.Throws<DatasetException>(() => WriteDataset(images, Path.Combine(images, "out.zip")))
            .ErrorId);
        Assert.Equal(7, WriteDataset(images, Path.Combine(dataset, "out.zip")).Entries);
    }

    [Fact]
    public void The_source_zip_is_never_replaced()
    {
        string zip = Datasets.ImageOnly().WriteZip(_folder["in.zip"]);
        Assert.Equal("DestinationIsSource", Assert.Throws<DatasetException>(() => WriteDataset(zip, zip)).ErrorId);
    }

    [Fact]
    public void LabelMe_files_go_in_as_they_are_and_their_images_and_labels_are_counted()
    {
        foreach ((string name, DatasetBuilder dataset) in new[] { ("beside", Datasets.LabelMe()), ("inside", Datasets.LabelMeEmbedded()) })
        {
            DqArchive archive = WriteDataset(dataset.WriteZip(_folder[$"{name}.zip"]), _folder[$"{name}-out.zip"]);
            Assert.Equal((dataset.Entries.Count, 6L, 3L), ((int)archive.Entries, archive.Images, archive.Labels));
            using ZipArchive zip = System.IO.Compression.ZipFile.OpenRead(archive.Path);
            Assert.Equal(
                dataset.Entries.Select(entry => (entry.Key, (long)entry.Value!.Length)),
                zip.Entries.Select(entry => (entry.FullName, entry.Length)));
        }
    }
}
