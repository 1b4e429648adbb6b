using DeepQDataset.Building.Planning;
using DeepQDataset.Extraction;
using DeepQDataset.Files;
using DeepQDataset.Reading;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using DeepQDataset.Work;
using Xunit;

namespace DeepQDataset.Core.Tests.Extraction;

/// <summary>A folder that a zip was not unpacked into to its end is not taken for a dataset.</summary>
public sealed class IncompleteFolderTests : ExtractionTestBase
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public void What_is_unpacked_to_its_end_has_no_mark()
    {
        Extract(Dataset(""));
        Assert.False(File.Exists(Mark));
        Assert.True(DatasetValidator.Validate(Destination, cancellation: None).Passed);
    }

    [Fact]
    public void What_is_interrupted_is_named_and_refused()
    {
        Interrupt(Dataset(""));

        DatasetException exception = Assert.Throws<DatasetException>(() => DatasetValidator.Validate(Destination, cancellation: None));
        Assert.Equal("DatasetIncomplete", exception.ErrorId);
        Assert.Equal((DatasetErrorKind.InvalidData, Destination), (exception.Kind, exception.Target));
        Assert.Contains(Folder["dataset.zip"], exception.Message, StringComparison.Ordinal);
        Assert.Contains(Mark, exception.Message, StringComparison.Ordinal);
        Assert.Throws<DatasetException>(() => ArchivePlan.FromDataset(Destination, cancellation: None));
        Assert.Throws<DatasetException>(() => DatasetReader.Describe(Destination, cancellation: None));
    }

    [Fact]
    public void Done_again_it_is_whole()
    {
        Interrupt(Dataset(""));
        Assert.Empty(Extract(Dataset("")).Failures);

        Assert.True(DatasetValidator.Validate(Destination, cancellation: None).Passed);
    }

    [Theory]
    [InlineData("", "out/image")]
    [InlineData("chest/", "out")]
    [InlineData("chest/", "out/chest")]
    [InlineData("chest/", "out/chest/image")]
    [InlineData("chest/", "")]
    public void Its_parts_and_what_holds_it_are_refused_too(string prefix, string path)
    {
        Interrupt(Dataset(prefix));

        Assert.Equal("DatasetIncomplete",
            Assert.Throws<DatasetException>(() => DatasetValidator.Validate(Folder[path], cancellation: None)).ErrorId);
    }

    [Fact]
    public void Another_dataset_beside_what_is_unpacked_is_none_of_it()
    {
        Datasets.ImageOnly().WriteFolder(Folder["out/other"]);
        Interrupt(Dataset("chest/"));

        Assert.True(DatasetValidator.Validate(Folder["out/other"], cancellation: None).Passed);
    }

    [Fact]
    public void A_mark_that_says_nothing_marks_all_the_same()
    {
        Datasets.ImageOnly().WriteFolder(Destination);
        File.WriteAllText(Mark, "");

        Assert.Throws<DatasetException>(() => DatasetValidator.Validate(Destination, cancellation: None));
    }

    [Fact]
    public void A_dataset_that_replaces_it_is_whole()
    {
        Interrupt(Dataset(""));
        using (AtomicFolder folder = AtomicFolder.Create(Destination, overwrite: true, ["image", "label.csv"]))
        {
            Datasets.ImageOnly().WriteFolder(folder.Root);
            folder.Commit();
        }

        Assert.True(DatasetValidator.Validate(Destination, cancellation: None).Passed);
    }

    [Theory]
    [InlineData("ConvertStudies\n/in\nimage\nlabel.csv\n", "converting '/in' has not ended. The study converter with")]
    [InlineData("Protect\n/in\n*\n", "de-identifying '/in' has not ended. The DICOM protector with")]
    [InlineData("Unpack\n/in.zip\nimage\n", "unpacking '/in.zip' has not ended. Unpacking it again goes on")]
    public void The_mark_says_what_has_not_ended(string text, string expected)
    {
        Datasets.ImageOnly().WriteFolder(Destination);
        File.WriteAllText(Mark, text);

        Assert.Contains(expected,
            Assert.Throws<DatasetException>(() => DatasetValidator.Validate(Folder["out/image"], cancellation: None)).Message,
            StringComparison.Ordinal);
    }

    private string Mark => Path.Combine(Destination, IncompleteFolder.MarkName);

    private static ZipBuilder Dataset(string prefix) => new ZipBuilder()
        .File(prefix + "image/a.png", Datasets.Image(1)).File(prefix + "image/b.png", Datasets.Image(2));

    /// <summary>Cancels when the first bytes have been unpacked.</summary>
    private void Interrupt(ZipBuilder zip)
    {
        using CancellationTokenSource cancellation = new();
        CancelOnProgress progress = new(cancellation);
        string archive = zip.Write(Folder["dataset.zip"]);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ArchiveExtractor.Extract(archive, Destination, new ExtractionOptions { ThrottleLimit = 1 }, progress, cancellation.Token));
    }

    private sealed class CancelOnProgress(CancellationTokenSource cancellation) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => cancellation.Cancel();
    }
}
