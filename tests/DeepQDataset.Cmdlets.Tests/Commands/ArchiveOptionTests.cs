using System.Diagnostics;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

/// <summary>How New-DqDatasetArchive compresses, what it leaves out, and what is there when it is killed.</summary>
public sealed class ArchiveOptionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ArchiveOptionTests()
    {
        Datasets.ImageOnly().WriteFolder(_folder["good"]);
        Datasets.ClassFolders().WriteFolder(_folder["folders"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reproducible_archives_have_one_hash()
    {
        using PowerShellSession session = new(_folder.FullPath);
        string? first = session.Run("New-DqDatasetArchive good a.zip -Reproducible -Verify -CompressionLevel SmallestSize")
            .Single.Text("Sha256");
        File.SetLastWriteTimeUtc(_folder["good/image/image001.png"], new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Assert.Equal(first, session.Run("New-DqDatasetArchive good b.zip -Reproducible -Verify -CompressionLevel SmallestSize")
            .Single.Text("Sha256"));
        Assert.NotEqual(first, session.Run("New-DqDatasetArchive good c.zip").Single.Text("Sha256"));
    }

    [Fact]
    public void Without_a_hash_the_archive_is_the_same()
    {
        using PowerShellSession session = new(_folder.FullPath);
        Assert.Equal("", session.Run("New-DqDatasetArchive good plain.zip -HashAlgorithm None").Single.Text("Sha256"));
        session.Run("New-DqDatasetArchive good hashed.zip");
        Assert.Equal(File.ReadAllBytes(_folder["hashed.zip"]), File.ReadAllBytes(_folder["plain.zip"]));
    }

    [Fact]
    public void Excluded_images_stay_out_by_name_or_path_and_their_errors_do_not_count()
    {
        Datasets.ImageOnly().File("image/a b.png", Datasets.Image(9)).WriteFolder(_folder["bad"]);
        using PowerShellSession session = new(_folder.FullPath);
        CommandOutput output = session.Run("New-DqDatasetArchive bad a.zip -Exclude '* *', IMAGE/image001.png");
        Assert.Equal(5L, output.Single.Value("Images"));
    }

    [Fact]
    public void Excluded_labels_stay_out_with_their_images()
    {
        using PowerShellSession session = new(_folder.FullPath);
        CommandOutput output = session.Run(
            "ConvertFrom-DqClassFolders folders | New-DqDatasetArchive -DestinationPath a.zip -Exclude '*1.png', image002.png");
        Assert.Equal(4L, output.Single.Value("Images"));
    }

    [Fact]
    public async Task A_process_that_is_killed_while_it_writes_leaves_no_archive()
    {
        SparseFile.Create(_folder["good/image/large.dcm"], 64L << 30);
        using ExternalProgram process = HostProcess.Start(_folder.FullPath, "New-DqDatasetArchive", "good", "a.zip", "-AllowErrors");
        EnumerationOptions all = new() { AttributesToSkip = FileAttributes.None };
        long started = Stopwatch.GetTimestamp();
        while (!Directory.EnumerateFiles(_folder.FullPath, ".a.zip.*", all).Any() && !process.HasExited)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), "It never started to write.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.False(process.HasExited);
        process.Kill();
        Assert.False(File.Exists(_folder["a.zip"]));
    }
}
