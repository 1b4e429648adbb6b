using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Studies;
using DeepQDataset.Core.Tests.Imaging.Probing;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Studies;

/// <summary>DICOM files become a dataset that is whole, or it is said what is missing.</summary>
public sealed class StudyConverterTests : StudyTestBase
{
    [Fact]
    public void The_result_is_a_dataset_of_studies_without_a_fault()
    {
        Add("a.dcm", Instance(1));
        Add("b.dcm", Instance(2, study: 2));

        (DqLabel[] labels, ConversionLog log, _) = Run();

        Assert.Equal("", log.Summarize());
        Assert.Equal(["Study1/Series1/image001.png", "Study2/Series1/image001.png"], labels.Select(label => label.Image));
        Assert.All(labels, label => Assert.Equal((null, null, true), (label.Class, label.Value, File.Exists(label.SourcePath))));
        DqTestResult result = DatasetValidator.Validate(
            Destination, new ValidationOptions { Level = DqLevel.Full }, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(DqLayout.Studies, result.Layout);
        Assert.DoesNotContain(result.Issues, issue => issue.Severity > DqSeverity.Information);
    }

    [Fact]
    public void A_zip_gives_the_same_as_its_folder()
    {
        Add("a/1.dcm", Instance(1));
        Add("b/2.dcm", new DicomBuilder { Seed = 2, TransferSyntax = DicomSyntax.DeflatedLittleEndian });
        Run();
        Dictionary<string, string> fromFolder = Sources();
        byte[][] images = Images().Select(path => File.ReadAllBytes(Folder["out/" + path])).ToArray();
        System.IO.Compression.ZipFile.CreateFromDirectory(Folder["in"], Folder["in.zip"]);

        Run(new StudyOptions { Overwrite = true }, Folder["in.zip"]);

        Assert.Equal(fromFolder, Sources());
        Assert.Equal(images, Images().Select(path => File.ReadAllBytes(Folder["out/" + path])));
    }

    [Fact]
    public void Folders_zips_and_files_are_taken_together()
    {
        Add("1.dcm", Instance(1));
        File.WriteAllBytes(Folder["2.dcm"], Instance(2).Build());
        File.WriteAllBytes(Folder["3"], Instance(3).Build());
        new ZipBuilder().File("4.dcm", Instance(4).Build()).Write(Folder["4.zip"]);

        (DqLabel[] labels, _, _) = Run(null, Folder["in"], Folder["2.dcm"], Folder["3"], Folder["4.zip"]);

        Assert.Equal(4, labels.Length);
        Assert.All(labels, label => Assert.StartsWith("Study1/Series1/", label.Image, StringComparison.Ordinal));
    }

    [Fact]
    public void Different_images_that_were_given_one_UID_all_come_over()
    {
        string uid = Instance(1).SopInstanceUid!;
        Add("a.dcm", Instance(1));
        Add(
            "b.dcm",
            new DicomBuilder
            {
                Seed = 2,
                SopInstanceUid = uid,
                StudyInstanceUid = $"{Root}.1.1",
                SeriesInstanceUid = $"{Root}.2.1.1",
            });

        (DqLabel[] labels, ConversionLog log, _) = Run();

        Assert.Equal(["Study1/Series1/image001.png", "Study1/Series1/image002.png"], labels.Select(label => label.Image));
        Assert.Equal(0, log.CountOf(StudyReasons.InstanceRepeated));
    }

    [Fact]
    public void One_instance_in_two_files_becomes_one_image()
    {
        Add("a.dcm", Instance(1));
        Add("copy/a.dcm", Instance(1));

        (DqLabel[] labels, ConversionLog log, List<ConversionRemark> remarks) = Run();

        Assert.Single(labels);
        Assert.Equal(1, log.CountOf(StudyReasons.InstanceRepeated));
        Assert.Equal(Folder["in/copy/a.dcm"], Assert.Single(remarks).Path);
    }

    [Fact]
    public void Files_without_an_image_are_left_out_and_counted()
    {
        Add("a.dcm", Instance(1));
        Add("notes.txt", "Not a DICOM file at all, just a note."u8.ToArray());
        Add("report.dcm", new DicomBuilder { Seed = 2, HasPixelData = false, Modality = "SR" });
        Add("DICOMDIR", new DicomBuilder { IsDicomDirectory = true });
        Add("Thumbs.db", [1, 2, 3]);
        Add("empty.dcm", []);

        (_, ConversionLog log, _) = Run();

        Assert.Equal(2, log.CountOf(StudyReasons.NoImage));
        Assert.Equal(2, log.CountOf(StudyReasons.NotDicom));
        Assert.Empty(log.Failures);
    }

    [Fact]
    public void A_file_that_cannot_be_converted_is_named_and_the_rest_goes_on()
    {
        Add("1.dcm", Instance(1));
        Add("2.dcm", new DicomBuilder { Seed = 2, TransferSyntax = DicomSyntax.Jpeg2000Lossless });
        Add("3.dcm", new DicomBuilder { Seed = 3, PixelBytesMissing = 8 });
        Add("4.dcm", Instance(4).Build()[..300]);
        Add("5.dcm", Instance(5));

        (DqLabel[] labels, ConversionLog log, _) = Run();

        Assert.Equal(2, labels.Length);
        Assert.Equal(["4.dcm", "2.dcm", "3.dcm"], log.Failures.Select(failure => Path.GetFileName(failure.Target)));
        Assert.Equal(["DicomUnreadable", "DicomNotConverted", "DicomNotConverted"], log.Failures.Select(failure => failure.ErrorId));
        Assert.Contains("JPEG 2000 Image Compression (Lossless Only)", log.Failures[1].Message, StringComparison.Ordinal);
        Assert.Contains("its pixel data end after 504 of 512 bytes", log.Failures[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_of_which_nothing_can_be_converted_leaves_no_folder()
    {
        Add("1.dcm", Instance(1));
        Add("2.dcm", new DicomBuilder { Seed = 2, StudyInstanceUid = Root + ".9", TransferSyntax = DicomSyntax.Mpeg4 });

        Run();

        Assert.Equal([Folder["out/image/Study1"]], Directory.GetDirectories(Folder["out/image"]));
    }

    [Fact]
    public void Images_that_the_platform_rejects_are_written_and_named()
    {
        Add("1.dcm", new DicomBuilder { Rows = 15, Columns = 20 });

        (_, _, List<ConversionRemark> remarks) = Run();

        ConversionRemark remark = Assert.Single(remarks);
        Assert.Equal((StudyReasons.SizeRejected, Folder["out/image/Study1/Series1/image001.png"]), (remark.Reason, remark.Path));
        Assert.Contains("20 × 15", remark.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_window_is_chosen()
    {
        Add("1.dcm", new DicomBuilder { Rows = 16, Columns = 16, Pixels = new byte[512] });
        Run(new StudyOptions { Window = "-1000,1" });

        Assert.True(Inspecting.Whole(File.ReadAllBytes(Folder["out/image/Study1/Series1/image001.png"])).IsBlank);
        DatasetException exception = Assert.Throws<DatasetException>(() => Run(new StudyOptions { Window = "wide" }));
        Assert.Equal("InvalidWindow", exception.ErrorId);
    }

    [Fact]
    public void What_is_there_is_replaced_only_on_request()
    {
        Add("1.dcm", Instance(1));
        Run();
        File.WriteAllText(Folder["out/image/Study1/Series1/image001.png"], "mine");

        Assert.Equal("DestinationExists", Assert.Throws<DatasetException>(() => Run()).ErrorId);
        Assert.Equal("mine", File.ReadAllText(Folder["out/image/Study1/Series1/image001.png"]));
        Run(new StudyOptions { Overwrite = true });
        Assert.NotEqual("mine", File.ReadAllText(Folder["out/image/Study1/Series1/image001.png"]));
    }

    [Fact]
    public void What_an_earlier_run_left_behind_is_named()
    {
        Add("1.dcm", Instance(1));
        Add("2.dcm", Instance(2));
        Run();
        File.Delete(Folder["in/2.dcm"]);

        (_, ConversionLog log, List<ConversionRemark> remarks) = Run(new StudyOptions { Overwrite = true });

        Assert.Equal(1, log.CountOf(StudyReasons.StaleFile));
        Assert.Equal(Folder["out/image/Study1/Series1/image002.png"], remarks[0].Path);
    }

    [Fact]
    public void Nothing_is_written_into_a_source_by_way_of_a_link()
    {
        Add("1.dcm", Instance(1));
        Directory.CreateSymbolicLink(Folder["link"], Folder["in"]);

        DatasetException exception = Assert.Throws<DatasetException>(
            () => StudyConverter.Convert([Folder["in"]], Folder["link/out"], cancellation: TestContext.Current.CancellationToken).Count());

        Assert.Equal("DestinationInSource", exception.ErrorId);
        Assert.Equal([Folder["in/1.dcm"]], Directory.GetFiles(Folder["in"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_file_is_no_destination_and_is_not_replaced_by_force()
    {
        Add("1.dcm", Instance(1));
        File.WriteAllText(Destination, "mine");

        DatasetException exception = Assert.Throws<DatasetException>(() => Run(new StudyOptions { Overwrite = true }));

        Assert.Equal("DestinationIsFile", exception.ErrorId);
        Assert.Equal("mine", File.ReadAllText(Destination));
    }

    [Fact]
    public void The_map_has_no_formula_that_a_spreadsheet_would_run()
    {
        Add("1.dcm", new DicomBuilder { Seed = 1, SopInstanceUid = "=1+1", StudyInstanceUid = "@a,b" });
        Run();

        string row = File.ReadAllLines(Folder["out.map.csv"])[1];

        Assert.Contains("\"'@a,b\"", row, StringComparison.Ordinal);
        Assert.Contains("'=1+1", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_into_a_source()
    {
        Add("1.dcm", Instance(1));

        DatasetException exception = Assert.Throws<DatasetException>(
            () => StudyConverter.Convert([Folder["in"]], Folder["in/out"], cancellation: TestContext.Current.CancellationToken).Count());

        Assert.Equal("DestinationInSource", exception.ErrorId);
        Assert.Equal([Folder["in/1.dcm"]], Directory.GetFiles(Folder["in"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_source_without_a_DICOM_image_is_an_error()
    {
        Add("notes.txt", "nothing"u8.ToArray());

        Assert.Equal("NoDicomImage", Assert.Throws<DatasetException>(() => Run()).ErrorId);
        Assert.False(Directory.Exists(Destination));
    }

    [Fact]
    public void A_stopped_run_leaves_whole_images_and_no_map_and_can_be_done_again()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Add($"{seed}.dcm", Instance(seed));
        }

        using CancellationTokenSource stop = new();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (DqLabel _ in StudyConverter.Convert([Folder["in"]], Destination, cancellation: stop.Token))
            {
                stop.Cancel();
            }
        });

        Assert.All(Images(), image => Inspecting.Whole(File.ReadAllBytes(Folder["out/" + image])));
        Assert.Equal([], Directory.GetFiles(Folder.FullPath));
        Assert.Throws<DatasetException>(() => DatasetValidator.Validate(Destination, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(60, Run(new StudyOptions { Overwrite = true }).Labels.Length);
        Assert.NotNull(DatasetValidator.Validate(Destination, cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Who_takes_only_the_first_labels_leaves_nothing_half_written()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Add($"{seed}.dcm", Instance(seed));
        }

        DqLabel first = StudyConverter.Convert([Folder["in"]], Destination, cancellation: TestContext.Current.CancellationToken).First();

        Assert.Equal("Study1/Series1/image001.png", first.Image);
        Assert.All(Images(), image => Inspecting.Whole(File.ReadAllBytes(Folder["out/" + image])));
        Assert.DoesNotContain(Directory.GetFiles(Folder.FullPath, "*", SearchOption.AllDirectories), path =>
            path.EndsWith(".tmp", StringComparison.Ordinal));
    }
}
