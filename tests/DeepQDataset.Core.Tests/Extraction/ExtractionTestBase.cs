using DeepQDataset.Extraction;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Extraction;

/// <summary>What the tests of unpacking share: a zip that a test made is unpacked into the folder <c>out</c>.</summary>
public abstract class ExtractionTestBase : IDisposable
{
    private protected static readonly byte[] Content = "some content, some content, some content"u8.ToArray();

    private protected TempFolder Folder { get; } = new();

    private protected string Destination => Folder["out"];

    /// <inheritdoc/>
    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected ExtractionResult Extract(ZipBuilder zip, ExtractionOptions? options = null) => ArchiveExtractor.Extract(
        zip.Write(Folder["dataset.zip"]), Destination, options, cancellation: TestContext.Current.CancellationToken);

    /// <summary>Unpacks, expects this one failure, and that everything else was written.</summary>
    private protected DatasetException ExtractAndFail(ZipBuilder zip, string errorId, ExtractionOptions? options = null)
    {
        ExtractionResult result = Extract(zip.File("good.png", Content), options);
        DatasetException failure = Assert.Single(result.Failures);
        Assert.Equal(errorId, failure.ErrorId);
        Assert.Equal(Content, File.ReadAllBytes(Path.Join(Destination, "good.png")));
        return failure;
    }

    /// <summary>The relative paths of all files and folders that are there, with <c>/</c> as separator.</summary>
    private protected string[] Listing() => Directory.EnumerateFileSystemEntries(Destination, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Destination, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .ToArray();
}
