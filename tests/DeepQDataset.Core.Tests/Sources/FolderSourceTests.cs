using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Sources;

public class FolderSourceTests
{
    [Fact]
    public void It_lists_files_and_folders_in_ordinal_order_with_lengths_and_times()
    {
        using TempFolder folder = new();
        new DatasetBuilder()
            .Text("b.txt", "12345")
            .Text("a/x.txt", "1")
            .Text("a.b", "")
            .Text(".hidden", "12")
            .Folder("empty")
            .WriteFolder(folder.FullPath);

        using FolderSource source = FolderSource.Open(folder.FullPath, TestContext.Current.CancellationToken);

        Assert.Equal([".hidden", "a", "a.b", "a/x.txt", "b.txt", "empty"], source.Entries.Select(entry => entry.Path));
        Assert.Equal([2, 0, 0, 1, 5, 0], source.Entries.Select(entry => entry.Length));
        Assert.Equal(["a", "empty"], source.Entries.Where(entry => entry.IsFolder).Select(entry => entry.Path));
        Assert.All(source.Entries, entry =>
            Assert.InRange(DateTime.UtcNow - entry.LastWriteTimeUtc!.Value, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(5)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void Its_name_is_the_folders(string ending)
    {
        using TempFolder folder = new();
        new DatasetBuilder().Text("chest [1]/image/a.png", "x").WriteFolder(folder.FullPath);
        using IDatasetSource source = DatasetSource.Open(folder["chest [1]"] + ending, TestContext.Current.CancellationToken);
        Assert.Equal("chest [1]", source.Name);
        Assert.Equal(folder["chest [1]"], source.FullPath);
    }

    [Fact]
    public void A_file_stays_open_for_others_to_write_rename_and_delete()
    {
        using TempFolder folder = new();
        new DatasetBuilder().Text("image/a.txt", "hello").WriteFolder(folder.FullPath);
        using FolderSource source = FolderSource.Open(folder.FullPath, TestContext.Current.CancellationToken);

        using Stream stream = source.Open(source.Entries.Single(entry => !entry.IsFolder));
        File.AppendAllText(folder["image/a.txt"], "!");
        File.Move(folder["image/a.txt"], folder["image/b.txt"]);
        File.Delete(folder["image/b.txt"]);

        byte[] bytes = new byte[5];
        stream.ReadExactly(bytes);
        Assert.Equal("hello"u8, bytes);
    }

    [Fact]
    public void A_file_that_has_gone_is_an_IOException()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["a.txt"], "x");
        using FolderSource source = FolderSource.Open(folder.FullPath, TestContext.Current.CancellationToken);
        File.Delete(folder["a.txt"]);
        Assert.ThrowsAny<IOException>(() => source.Open(source.Entries[0]));
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_is_named()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Needs Unix permissions and a user who is bound by them.");
        if (!OperatingSystem.IsWindows())
        {
            using TempFolder folder = new();
            Directory.CreateDirectory(folder["image/locked"]);
            File.SetUnixFileMode(folder["image/locked"], UnixFileMode.None);
            UnauthorizedAccessException exception = Assert.Throws<UnauthorizedAccessException>(() =>
                FolderSource.Open(folder.FullPath, TestContext.Current.CancellationToken));
            File.SetUnixFileMode(folder["image/locked"], UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
            Assert.Contains("locked", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Listing_ends_when_it_is_cancelled()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["a.txt"], "x");
        Assert.Throws<OperationCanceledException>(() => FolderSource.Open(folder.FullPath, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Links_are_followed_but_never_back()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        using TempFolder folder = new();
        new DatasetBuilder().Text("store/S1/a.png", "12345").Text("data/label.csv", "x").WriteFolder(folder.FullPath);
        Directory.CreateSymbolicLink(folder["store/S1/again"], folder["store"]);
        Directory.CreateSymbolicLink(folder["data/image"], "../store");
        Directory.CreateSymbolicLink(folder["data/loop"], folder["data"]);
        File.CreateSymbolicLink(folder["data/b.png"], folder["store/S1/a.png"]);

        using FolderSource source = FolderSource.Open(folder["data"], TestContext.Current.CancellationToken);

        Assert.Equal(
            ["b.png", "image", "image/S1", "image/S1/a.png", "image/S1/again", "label.csv", "loop"],
            source.Entries.Select(entry => entry.Path));
        Assert.Equal(5, source.Entries.Single(entry => entry.Path == "b.png").Length);
        using Stream stream = source.Open(source.Entries.Single(entry => entry.Path == "image/S1/a.png"));
        Assert.Equal(5, stream.Length);
    }

    [Theory]
    [InlineData("image")]
    [InlineData("Images/")]
    [InlineData("Classes")]
    public void The_folder_image_or_Classes_stands_for_the_folder_above(string name)
    {
        using TempFolder folder = new();
        new DatasetBuilder()
            .Text($"chest/{name.TrimEnd('/')}/A/a.png", "x")
            .Text("chest/label.csv", "x")
            .Text("chest/other/b.png", "x")
            .Text("chest/notes.txt", "x")
            .WriteFolder(folder.FullPath);

        using IDatasetSource source = DatasetSource.Open(folder["chest/" + name], TestContext.Current.CancellationToken);

        Assert.Equal(folder["chest"], source.FullPath);
        Assert.Equal("chest", source.Name);
        Assert.Equal(
            [$"{name.TrimEnd('/')}/A/a.png", "label.csv"], source.Entries.Where(entry => !entry.IsFolder).Select(entry => entry.Path));
        Assert.DoesNotContain(source.Entries, entry => entry.Path.StartsWith("other", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dataset_in_a_folder_named_images_is_that_folder()
    {
        using TempFolder folder = new();
        new DatasetBuilder().Text("images/image/a.png", "x").WriteFolder(folder.FullPath);
        using IDatasetSource source = DatasetSource.Open(folder["images"], TestContext.Current.CancellationToken);
        Assert.Equal(folder["images"], source.FullPath);
    }

    [Fact]
    public void Nothing_at_the_path_is_said() =>
        Assert.Throws<FileNotFoundException>(() =>
            DatasetSource.Open(Path.Combine(Path.GetTempPath(), "no-such-dataset"), TestContext.Current.CancellationToken));
}
