using System.Text;
using DeepQDataset.Repair;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Repair;

/// <summary>Datasets that cannot be repaired are refused, and entries that are not copied are reported.</summary>
public sealed class RepairRefusalTests : RepairTestBase
{
    private static byte[] Image => Datasets.Image(7);

    [Theory]
    [InlineData("EntriesUnreadable", "encrypted")]
    [InlineData("EntriesUnreadable", "LZMA")]
    [InlineData("DuplicateEntriesDiffer", "twice")]
    [InlineData("SourceDamaged", "damaged")]
    public void A_zip_of_which_not_all_can_be_carried_over_is_refused(string errorId, string how)
    {
        ZipBuilder zip = new ZipBuilder().Dataset(Datasets.ImageOnly());
        _ = how switch
        {
            "encrypted" => zip.File("image/x.png", Image, entry => entry.Encrypted()),
            "LZMA" => zip.File("image/x.png", Image, entry => entry.Method(14)),
            "twice" => zip.File("image/image001.png", Image),
            _ => zip.File("image/x.png", Image, entry => entry.Crc(1)),
        };
        zip.Write(Folder["in.zip"]);
        DatasetException exception = Assert.Throws<DatasetException>(() => Mend("in.zip", "out"));
        Assert.Equal(errorId, exception.ErrorId);
        Assert.Contains("image/", exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder["out"]));
    }

    [Fact]
    public void Unsafe_paths_and_links_are_not_carried_over_and_told_of()
    {
        new ZipBuilder()
            .Dataset(Datasets.ImageOnly())
            .Text("../x.png", "x")
            .Text("image/l.png", "image001.png", entry => entry.UnixMode(0xA1FF))
            .Write(Folder["in.zip"]);
        using RepairPlan plan = Plan("in.zip", "out.zip");
        Assert.Equal(["DQ704", "DQ710"], plan.NotCarriedOver.Select(issue => issue.RuleId));
        Assert.Empty(plan.Remaining);
        Assert.Equal([("../x.png", null), ("image/l.png", null)], plan.Map);
    }

    [Fact]
    public void An_archive_in_a_zip_stays_in_a_zip_and_is_left_out_of_a_folder()
    {
        new ZipBuilder().Dataset(Datasets.ImageOnly()).Text("old.zip", "PK").Write(Folder["in.zip"]);
        Assert.Equal(["DQ711"], Mend("in.zip", "out.zip").Remaining);
        Assert.Contains("old.zip", Paths("out.zip"));
        Assert.Equal(["DQ111 old.zip -> -"], Mend("in.zip", "out").Repairs);
    }

    [Theory]
    [InlineData("NoKnownLayout", "images elsewhere")]
    [InlineData("NotADataset", "no zip")]
    public void What_is_no_dataset_is_refused(string errorId, string how)
    {
        string source = "in.zip";
        if (how == "no zip")
        {
            File.WriteAllText(Folder[source], "Rar!");
        }
        else
        {
            new DatasetBuilder().File("pictures/a.png", Image).WriteFolder(Folder[source]);
        }

        Assert.Equal(errorId, Assert.Throws<DatasetException>(() => Plan(source, "out")).ErrorId);
    }

    [Fact]
    public void A_label_file_that_no_encoding_reads_is_refused()
    {
        byte[] big5 = CodePagesEncodingProvider
            .Instance.GetEncoding(950)!
            .GetBytes(string.Concat(Enumerable.Repeat("image001,肺炎正常,1\n", 99)));
        Datasets.ImageOnly().File("label.csv", [.. big5, .. "image002,"u8, 0xB0, .. ",1\n"u8]).WriteFolder(Folder["in"]);
        DatasetException? exception = Record.Exception(() => Mend("in", "out")) as DatasetException;
        Assert.Equal("LabelEncodingUnknown", exception?.ErrorId);
    }

    [Fact]
    public void Cancelling_leaves_nothing()
    {
        Datasets.ImageOnly().WriteFolder(Folder["in"]);
        using RepairPlan plan = Plan("in", "out");
        Assert.ThrowsAny<OperationCanceledException>(() =>
            DatasetRepairer.Write(plan, RepairOptions.Default, null, new CancellationToken(canceled: true)));
        Assert.Equal(["in"], Directory.EnumerateFileSystemEntries(Folder.FullPath).Select(Path.GetFileName));
    }

}
