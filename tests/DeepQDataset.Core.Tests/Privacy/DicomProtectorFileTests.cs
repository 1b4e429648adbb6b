using DeepQDataset.Privacy;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Privacy;

/// <summary>Which files are copied, under which names, and which are not.</summary>
public sealed class DicomProtectorFileTests : ProtectionTestBase
{
    [Fact]
    public void Copies_are_named_by_their_new_UIDs_since_names_may_tell_who_it_is()
    {
        Put("Doe John/CT thorax/Doe_1.dcm", new DicomBuilder { Seed = 1 }.Build());
        Put("Doe John/CT thorax/Doe_2", new DicomBuilder { Seed = 2 }.Build());
        DqProtection[] protections = Protect().Select(outcome => outcome.Protection!).ToArray();
        Assert.Equal(
            [Folder["in/Doe John/CT thorax/Doe_1.dcm"], Folder["in/Doe John/CT thorax/Doe_2"]],
            protections.Select(protection => protection.Path));
        Assert.Equal(
            protections.Select(protection => Folder[$"out/{protection.SopInstanceUid}.dcm"]).Order(StringComparer.Ordinal),
            Directory.EnumerateFileSystemEntries(Folder["out"]).Order(StringComparer.Ordinal));
        Assert.All(protections, protection => Assert.Equal(new FileInfo(protection.DestinationPath).Length, protection.Bytes));
    }

    [Fact]
    public void Names_are_kept_when_asked_for()
    {
        Put("a/b/one.dcm", new DicomBuilder { Seed = 1 }.Build());
        Put("a/two", new DicomBuilder { Seed = 2 }.Build());
        Protect(Options with { KeepNames = true });
        Assert.True(File.Exists(Folder["out/a/b/one.dcm"]));
        Assert.True(File.Exists(Folder["out/a/two"]));
    }

    [Fact]
    public void Done_again_with_the_same_key_the_same_bytes_come_out()
    {
        Put("a.dcm", new DicomBuilder { Seed = 1 }.Build());
        Put("b.dcm", new DicomBuilder { Seed = 2, TransferSyntax = DicomSyntax.DeflatedLittleEndian }.Build());
        Protect(Options with { ShiftDates = true, ThrottleLimit = 1 }, "first");
        Protect(new ProtectionOptions { Key = ProtectionKey.From("a secret"), ShiftDates = true }, "second");
        string[] names = Directory.GetFiles(Folder["first"]).Select(path => Path.GetFileName(path)).ToArray();
        Assert.Equal(2, names.Length);
        Assert.All(names, name => Assert.Equal(File.ReadAllBytes(Folder["first/" + name]), File.ReadAllBytes(Folder["second/" + name])));
    }

    [Fact]
    public void Without_a_key_UIDs_agree_in_a_run_and_with_no_other()
    {
        Put("a.dcm", new DicomBuilder { Seed = 1 }.Build());
        Put("b.dcm", new DicomBuilder { Seed = 2 }.Build());
        string[] first = Protect(new ProtectionOptions(), "first").Select(outcome => outcome.Protection!.StudyInstanceUid).ToArray();
        string[] second = Protect(new ProtectionOptions(), "second").Select(outcome => outcome.Protection!.StudyInstanceUid).ToArray();
        Assert.Equal(first[0], first[1]);
        Assert.NotEqual(first[0], second[0]);
    }

    [Fact]
    public void What_is_no_DICOM_is_told_and_not_copied()
    {
        Put("a.dcm", new DicomBuilder().Build());
        Put("DICOMDIR", new DicomBuilder { IsDicomDirectory = true }.Build());
        Put("empty.dcm", []);
        Put("notes.txt", "Doe, John"u8.ToArray());
        Put("photo.png", new PngBuilder().Build());
        ProtectionOutcome[] outcomes = Protect();
        Assert.Equal(4, outcomes.Count(outcome => outcome.LeftOut is not null));
        Assert.Contains(
            "DICOMDIR",
            outcomes.Single(outcome => outcome.Path.EndsWith("DICOMDIR", StringComparison.Ordinal)).LeftOut,
            StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(Folder["out"]));
    }

    [Theory]
    [InlineData(100, DicomSyntax.ExplicitLittleEndian)]
    [InlineData(600, DicomSyntax.ExplicitLittleEndian)]
    [InlineData(20, DicomSyntax.JpegBaseline)]
    [InlineData(100, DicomSyntax.DeflatedLittleEndian)]
    public void A_file_that_ends_early_is_an_error_and_nothing_is_written(int missing, string transferSyntax)
    {
        Put("a.dcm", new DicomBuilder { BytesCut = missing, TransferSyntax = transferSyntax }.Build());
        Put("b.dcm", new DicomBuilder { Seed = 1 }.Build());
        ProtectionOutcome[] outcomes = Protect();
        Assert.Equal("DicomUnreadable", outcomes[0].Failure!.ErrorId);
        Assert.Equal(Folder["in/a.dcm"], outcomes[0].Failure!.Target);
        Assert.Contains("a.dcm", outcomes[0].Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(outcomes[1].Protection!.DestinationPath, Assert.Single(Directory.EnumerateFileSystemEntries(Folder["out"])));
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_only_when_asked_for()
    {
        string copy = ProtectOne(new DicomBuilder()).DestinationPath;
        File.WriteAllText(copy, "mine");
        Assert.Equal("DestinationExists", Assert.Single(Protect()).Failure!.ErrorId);
        Assert.Equal("mine", File.ReadAllText(copy));
        Assert.NotNull(Assert.Single(Protect(Options with { Overwrite = true })).Protection);
        Assert.True(new FileInfo(copy).Length > 500);
        Assert.Single(Directory.EnumerateFileSystemEntries(Folder["out"]));
    }

    [Fact]
    public void Two_files_of_one_instance_are_one_copy_and_an_error()
    {
        Put("a.dcm", new DicomBuilder().Build());
        Put("b.dcm", new DicomBuilder().Build());
        ProtectionOutcome[] outcomes = Protect();
        Assert.Equal(Folder["in/a.dcm"], outcomes[0].Protection!.Path);
        Assert.Equal("DestinationTakenTwice", outcomes[1].Failure!.ErrorId);
        Assert.Equal([RemedyAction.KeepNames], outcomes[1].Failure!.Text.Actions);
    }

    [Fact]
    public void Two_files_of_one_instance_are_two_copies_under_their_own_names()
    {
        Put("a.dcm", new DicomBuilder().Build());
        Put("b.dcm", new DicomBuilder().Build());
        Assert.Equal(
            [Folder["out/a.dcm"], Folder["out/b.dcm"]],
            Protect(Options with { KeepNames = true }).Select(outcome => outcome.Protection!.DestinationPath));
    }

    [Theory]
    [InlineData("in")]
    [InlineData("in/deeper")]
    public void The_source_is_never_written_into(string destination)
    {
        Put("a.dcm", new DicomBuilder().Build());
        DatasetException refusal = Assert.Throws<DatasetException>(() => Protect(Options, destination));
        Assert.Equal("DestinationIsSource", refusal.ErrorId);
        Assert.Single(Directory.EnumerateFileSystemEntries(Folder["in"]));
    }

    [Theory]
    [InlineData("link")]
    [InlineData("link/deeper")]
    public void The_source_is_never_written_into_by_way_of_a_link(string destination)
    {
        byte[] file = new DicomBuilder().Build();
        Put("a.dcm", file);
        Directory.CreateSymbolicLink(Folder["link"], Folder["in"]);
        DatasetException refusal = Assert.Throws<DatasetException>(() =>
            Protect(Options with { KeepNames = true, Overwrite = true }, destination));
        Assert.Equal("DestinationIsSource", refusal.ErrorId);
        Assert.Equal(file, File.ReadAllBytes(Assert.Single(Directory.GetFileSystemEntries(Folder["in"]))));
    }

    [Fact]
    public void A_single_file_is_not_copied_onto_itself_by_way_of_a_link()
    {
        byte[] file = new DicomBuilder().Build();
        Put("a.dcm", file);
        Directory.CreateSymbolicLink(Folder["link"], Folder["in"]);
        DicomProtector protector = new(Folder["link"], Options with { KeepNames = true, Overwrite = true });
        ProtectionOutcome outcome = Assert.Single(
            protector.Protect([Folder["in/a.dcm"]], progress: null, TestContext.Current.CancellationToken));
        Assert.Equal("DestinationIsSource", outcome.Failure!.ErrorId);
        Assert.Equal(file, File.ReadAllBytes(Folder["in/a.dcm"]));
    }

    [Fact]
    public void A_single_file_is_not_copied_beside_itself()
    {
        Put("a.dcm", new DicomBuilder().Build());
        DicomProtector protector = new(Folder["in"], Options);
        ProtectionOutcome outcome = Assert.Single(
            protector.Protect([Folder["in/a.dcm"]], progress: null, TestContext.Current.CancellationToken));
        Assert.Equal("DestinationIsSource", outcome.Failure!.ErrorId);
        Assert.Single(Directory.EnumerateFileSystemEntries(Folder["in"]));
    }

    [Fact]
    public void A_file_that_has_gone_is_an_error_and_the_others_go_on()
    {
        Put("a.dcm", new DicomBuilder().Build());
        ProtectionOutcome[] outcomes = new DicomProtector(Folder["out"], Options)
            .Protect([Folder["in/gone.dcm"], Folder["in/a.dcm"]], progress: null, TestContext.Current.CancellationToken).ToArray();
        Assert.Equal("DicomNotOpened", outcomes[0].Failure!.ErrorId);
        Assert.NotNull(outcomes[1].Protection);
    }

    [Fact]
    public void A_zip_is_read_in_place()
    {
        new DatasetBuilder().File("image/a.dcm", new DicomBuilder().Build()).WriteZip(Folder["in.zip"]);
        ProtectionOutcome outcome = Assert.Single(
            new DicomProtector(Folder["out"], Options).Protect(Folder["in.zip"], progress: null, TestContext.Current.CancellationToken));
        Assert.Equal((Folder["in.zip"], "image/a.dcm"), (outcome.Protection!.Path, outcome.Protection.SourceEntry));
        Assert.Equal(ProtectOne(new DicomBuilder(), Options with { Overwrite = true }).SopInstanceUid, outcome.Protection.SopInstanceUid);
    }

    [Fact]
    public void A_folder_called_image_stands_for_itself()
    {
        Put("image/a.dcm", new DicomBuilder { Seed = 1 }.Build());
        Put("label.csv", "a,Normal,1"u8.ToArray());
        Assert.Single(
            new DicomProtector(Folder["out"], Options).Protect(Folder["in/image"], progress: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_without_a_SOP_instance_UID_gets_a_name_all_the_same()
    {
        DqProtection protection = ProtectOne(new DicomBuilder { SopInstanceUid = null, MediaStorageSopInstanceUid = null });
        Assert.StartsWith("2.25.", Path.GetFileName(protection.DestinationPath), StringComparison.Ordinal);
        Assert.Contains("no SOP Instance UID", Assert.Single(protection.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_work_leaves_whole_files_and_a_mark()
    {
        for (int i = 0; i < 300; i++)
        {
            Put($"{i:D3}.dcm", new DicomBuilder { Seed = i }.Build());
        }

        using CancellationTokenSource stop = new();
        int taken = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (
                ProtectionOutcome outcome in new DicomProtector(Folder["out"], Options).Protect(Folder["in"], progress: null, stop.Token))
            {
                Assert.NotNull(outcome.Protection);
                taken++;
                stop.Cancel();
            }
        });
        Assert.InRange(taken, 1, 299);
        Assert.True(File.Exists(Folder["out/.dq-incomplete"]));
        Assert.All(Directory.GetFiles(Folder["out"], "*.dcm"), file => Assert.Equal("YES", Read(File.ReadAllBytes(file))["00120062"]));
    }
}
