using DeepQDataset.Files;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Files;

public sealed class AtomicFileTests
{
    private static readonly byte[] Content = "new"u8.ToArray();

    [Fact]
    public void The_destination_is_there_whole_once_committed_and_nothing_else_is()
    {
        using TempFolder folder = new();
        using (AtomicFile file = AtomicFile.Create(folder["report.csv"], overwrite: false))
        {
            file.Stream.Write(Content);
            Assert.False(File.Exists(folder["report.csv"]));
            file.Commit();
        }

        Assert.Equal(["report.csv"], Names(folder));
        Assert.Equal(Content, File.ReadAllBytes(folder["report.csv"]));
    }

    [Fact]
    public void Until_it_is_committed_it_has_a_hidden_name_beside_the_destination()
    {
        using TempFolder folder = new();
        using AtomicFile file = AtomicFile.Create(folder["a.zip"], overwrite: false);
        string name = Assert.Single(Names(folder));
        Assert.Matches(@"^\.a\.zip\.[0-9a-f]{8}-[0-9a-f]+-[0-9a-f]+\.[0-9a-f]{8}\.tmp$", name);
    }

    [Fact]
    public void Without_a_commit_nothing_stays_and_what_was_there_is_as_it_was()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["a.zip"], "old");
        using (AtomicFile file = AtomicFile.Create(folder["a.zip"], overwrite: true))
        {
            file.Stream.Write(Content);
        }

        Assert.Equal(["a.zip"], Names(folder));
        Assert.Equal("old", File.ReadAllText(folder["a.zip"]));
    }

    [Fact]
    public void An_existing_file_is_replaced_only_when_asked()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["a.zip"], "old");
        DatasetException exception = Assert.Throws<DatasetException>(() => AtomicFile.Create(folder["a.zip"], overwrite: false));
        Assert.Equal(("DestinationExists", DatasetErrorKind.AlreadyExists, folder["a.zip"]),
            (exception.ErrorId, exception.Kind, exception.Target));

        using (AtomicFile file = AtomicFile.Create(folder["a.zip"], overwrite: true))
        {
            file.Stream.Write(Content);
            file.Commit(flushToDisk: true);
        }

        Assert.Equal(Content, File.ReadAllBytes(folder["a.zip"]));
    }

    [Fact]
    public void A_file_that_came_into_being_meanwhile_is_not_replaced()
    {
        using TempFolder folder = new();
        using AtomicFile file = AtomicFile.Create(folder["a.zip"], overwrite: false);
        File.WriteAllText(folder["a.zip"], "somebody else's");
        Assert.Equal("DestinationExists", Assert.Throws<DatasetException>(() => file.Commit()).ErrorId);
        Assert.Equal("somebody else's", File.ReadAllText(folder["a.zip"]));
    }

    [Theory]
    [InlineData("missing/a.zip", "DestinationFolderNotFound", DatasetErrorKind.NotFound)]
    [InlineData("folder", "DestinationIsFolder", DatasetErrorKind.InvalidArgument)]
    [InlineData("folder/", "DestinationIsFolder", DatasetErrorKind.InvalidArgument)]
    public void A_destination_that_cannot_be_is_refused(string path, string errorId, DatasetErrorKind kind)
    {
        using TempFolder folder = new();
        Directory.CreateDirectory(folder["folder"]);
        DatasetException exception = Assert.Throws<DatasetException>(() => AtomicFile.Create(folder[path], overwrite: true));
        Assert.Equal((errorId, kind), (exception.ErrorId, exception.Kind));
        Assert.Contains(folder.FullPath, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_depends_on_the_current_directory_is_refused() =>
        Assert.Equal("DestinationNotRooted", Assert.Throws<DatasetException>(() => AtomicFile.Create("a.zip", overwrite: true)).ErrorId);

    [Fact]
    public void A_file_larger_than_what_is_free_is_refused_before_anything_is_written()
    {
        using TempFolder folder = new();
        DatasetException exception = Assert.Throws<DatasetException>(() =>
            AtomicFile.Create(folder["a.zip"], overwrite: false, atLeastBytes: long.MaxValue));
        Assert.Equal(("DestinationOutOfSpace", DatasetErrorKind.OutOfSpace), (exception.ErrorId, exception.Kind));
        Assert.Empty(Names(folder));
    }

    [Fact]
    public void A_name_of_255_bytes_leaves_room_for_the_temporary_one()
    {
        using TempFolder folder = new();
        string name = string.Concat(Enumerable.Repeat("影", 83)) + ".csv";
        using AtomicFile file = AtomicFile.Create(folder[name], overwrite: false);
        file.Commit();
        Assert.Equal([name], Names(folder));
    }

    [Fact]
    public void Whoever_may_read_new_files_may_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists instead of modes.");
        using TempFolder folder = new();
        using (AtomicFile file = AtomicFile.Create(folder["a.zip"], overwrite: false))
        {
            file.Commit();
        }

        File.WriteAllText(folder["other"], "");
#pragma warning disable CA1416 // not reached on Windows
        Assert.Equal(File.GetUnixFileMode(folder["other"]), File.GetUnixFileMode(folder["a.zip"]));
#pragma warning restore CA1416
    }

    [Theory]
    [InlineData(unchecked((int)0x80070070), "DestinationOutOfSpace")]
    [InlineData(unchecked((int)0x80070020), "DestinationInUse")]
    [InlineData(unchecked((int)0x80070013), "DestinationAccessDenied")]
    [InlineData(unchecked((int)0x800700DF), "DestinationTooLarge")]
    [InlineData(5, "DestinationNotWritten")]
    public void What_the_file_system_says_gets_a_stable_name(int number, string errorId) =>
        Assert.Equal(errorId, DestinationErrors.Translate(new IOException("as the system says", number), "/x/a.zip").ErrorId);

    [Fact]
    public void A_full_disk_is_told_while_writing()
    {
        using DestinationStream stream = new(new FullDisk(), "/x/a.zip");
        DatasetException exception = Assert.Throws<DatasetException>(() => stream.Write(Content));
        Assert.Equal(("DestinationOutOfSpace", "/x/a.zip"), (exception.ErrorId, exception.Target));
    }

    private static string[] Names(TempFolder folder) =>
        Directory.EnumerateFiles(folder.FullPath, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None })
            .Select(path => Path.GetFileName(path)).ToArray();

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) =>
            throw new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);
    }
}
