using DeepQDataset.Extraction;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Extraction;

/// <summary>What is there already, in the destination or twice in the zip.</summary>
public sealed class ExistingFileTests : ExtractionTestBase
{
    [Fact]
    public void Done_again_it_goes_on_where_it_was_interrupted()
    {
        ZipBuilder zip = new ZipBuilder()
            .File("image/a.png", Content).File("image/b.png", Content, entry => entry.Deflated()).File("image/c.png", []);
        Extract(zip);
        File.Delete(Folder["out/image/b.png"]);
        DateTime before = File.GetLastWriteTimeUtc(Folder["out/image/a.png"]);
        ExtractionResult again = Extract(zip);

        Assert.Empty(again.Failures);
        Assert.Equal((1, 2), (again.Written, again.Kept));
        Assert.Equal(before, File.GetLastWriteTimeUtc(Folder["out/image/a.png"]));
    }

    [Theory]
    [InlineData("other content")]
    [InlineData("some content, some content, some Content")]
    public void A_file_with_other_content_is_replaced_only_by_order(string existing)
    {
        Directory.CreateDirectory(Destination);
        File.WriteAllText(Folder["out/a.png"], existing);
        ZipBuilder zip = new ZipBuilder().File("a.png", Content);
        Assert.Equal("DestinationExists", Assert.Single(Extract(zip).Failures).ErrorId);
        Assert.Equal(existing, File.ReadAllText(Folder["out/a.png"]));

        Assert.Empty(Extract(zip, new ExtractionOptions { Overwrite = true }).Failures);
        Assert.Equal(Content, File.ReadAllBytes(Folder["out/a.png"]));
    }

    [Fact]
    public void A_damaged_entry_replaces_nothing()
    {
        Directory.CreateDirectory(Destination);
        File.WriteAllText(Folder["out/a.png"], "mine");
        Extract(new ZipBuilder().File("a.png", Content, entry => entry.Crc(1)), new ExtractionOptions { Overwrite = true });

        Assert.Equal("mine", File.ReadAllText(Folder["out/a.png"]));
    }

    [Fact]
    public void Other_files_in_the_destination_stay()
    {
        Directory.CreateDirectory(Folder["out/image"]);
        File.WriteAllText(Folder["out/image/mine.txt"], "mine");
        Extract(new ZipBuilder().File("image/a.png", Content), new ExtractionOptions { Overwrite = true });

        Assert.Equal(["image", "image/a.png", "image/mine.txt"], Listing());
    }

    [Fact]
    public void A_folder_in_a_file_s_place_is_an_error_and_so_is_a_file_in_a_folder_s()
    {
        Directory.CreateDirectory(Folder["out/a"]);
        File.WriteAllText(Folder["out/b"], "mine");
        ExtractionResult result = Extract(
            new ZipBuilder().File("a", Content).File("b/c", Content).File("b/d/e", Content), new ExtractionOptions { Overwrite = true });

        IEnumerable<string> errorIds = result.Failures.Select(failure => failure.ErrorId);
        Assert.Equal(["DestinationIsFolder", "DestinationNotWritten"], errorIds.Order(StringComparer.Ordinal));
        Assert.Equal(["a", "b"], Listing());
    }

    [Fact]
    public void One_entry_twice_is_written_once()
    {
        ExtractionResult result = Extract(new ZipBuilder().File("a", Content).File("./a", Content, entry => entry.Deflated()));
        Assert.Empty(result.Failures);
        Assert.Equal(1, result.Written);
    }

    [Fact]
    public void One_path_with_two_contents_is_an_error_and_neither_is_written()
    {
        DatasetException failure = ExtractAndFail(new ZipBuilder().File("a", Content).File("a", [1]).File("a", Content), "DuplicateEntry");
        Assert.Equal("The zip holds 'a' 3 times with different content. It is not written.", failure.Message);
        Assert.Equal(["good.png"], Listing());
    }

    [Fact]
    public void A_path_that_is_a_file_and_a_folder_is_an_error()
    {
        ExtractAndFail(new ZipBuilder().File("a", Content).File("a/b", Content), "DuplicateEntry");
        Assert.Equal(["a", "a/b", "good.png"], Listing());
    }
}
