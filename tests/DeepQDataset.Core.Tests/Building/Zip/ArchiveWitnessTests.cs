using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Core.Tests.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Building.ArchiveAssert;

namespace DeepQDataset.Core.Tests.Building.Zip;

/// <summary>Tests our zips with other programs.</summary>
public sealed class ArchiveWitnessTests : ArchiveWriterTestBase
{
    private const string Describe = """
        import json, sys, zipfile
        with zipfile.ZipFile(sys.argv[1]) as archive:
            bad = archive.testzip() if sys.argv[2] == 'test' else None
            rows = [[e.filename, e.file_size, '%04d-%02d-%02d %02d:%02d:%02d' % e.date_time, oct(e.external_attr >> 16), e.flag_bits]
                    for e in archive.infolist()]
            print(json.dumps([bad] + rows))
        """;

    [Fact]
    public void Other_programs_accept_it_and_see_the_names_byte_for_byte()
    {
        string[] names = ["image/plain.png", "image/Ünïcödé.dcm", "image/胸部 X光.png", "label.csv"];
        Write(Plan(names.Select(name => File(name, name)).ToArray()), Zip);
        Witness.Run("unzip", "-tq", Zip);
        string list = Witness.Run("unzip", "-Z1", Zip).Output;
        Assert.Equal(names, list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Seven_zip_accepts_it()
    {
        Write(Plan(File("image/胸部.png", "x"), File("label.csv", new string('x', 1000))), Zip);
        Assert.Contains("Everything is Ok", Witness.Run("7z", "t", Zip).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Python_accepts_it_and_sees_the_names()
    {
        Write(Plan(File("image/胸部é.png", "x"), File("label.csv", new string('x', 1000))), Zip);
        JsonElement[] entries = DescribeByPython("test");
        Assert.Equal(JsonValueKind.Null, entries[0].ValueKind);
        Assert.Equal(["image/胸部é.png", "label.csv"], entries[1..].Select(entry => entry[0].GetString()));
    }

    [Fact]
    public void More_than_65535_entries_take_zip64()
    {
        PlannedEntry[] entries = Enumerable.Range(0, 65_600).Select(number => Generated($"image/{number:00000}.txt", "x")).ToArray();
        DqArchive archive = Write(Plan(entries), Zip);
        Assert.Equal(65_600, archive.Entries);
        Assert.Equal(65_600, Names(Zip).Length);
        Witness.Run("unzip", "-tq", Zip);
    }

    [Fact]
    public void Python_sees_sizes_times_and_modes()
    {
        Write(Plan(File("image/a.png", "png"), File("label.csv", new string('x', 1000))), Zip);
        JsonElement[] entries = DescribeByPython("test");
        Assert.Equal(JsonValueKind.Null, entries[0].ValueKind);
        Assert.Equal("""["image/a.png",3,"2024-02-29 12:34:56","0o100644",0]""", Compact(entries[1]));
        Assert.Equal("""["label.csv",1000,"2024-02-29 12:34:56","0o100644",0]""", Compact(entries[2]));
    }

    [Fact]
    public void Unzip_restores_bytes_times_and_modes_of_stored_deflated_and_block_wise_deflated_files()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Modes are those of Unix.");
            return;
        }

        byte[] half = [.. Noise(3 << 20), .. new byte[(3 << 20) + 17]];
        Write(Plan(File("image/a.png", Noise(100)), File("image/b.dcm", half), File("image/胸.dcm", new byte[70_000])), Zip);
        Witness.Run("unzip", "-q", Zip, "-d", Folder["unzipped"]);
        foreach (string name in new[] { "image/a.png", "image/b.dcm", "image/胸.dcm" })
        {
            Assert.Equal(System.IO.File.ReadAllBytes(Folder["in/" + name]), System.IO.File.ReadAllBytes(Folder["unzipped/" + name]));
            Assert.Equal(Written, System.IO.File.GetLastWriteTimeUtc(Folder["unzipped/" + name]));
            Assert.Equal(Convert.ToInt32("644", 8), (int)System.IO.File.GetUnixFileMode(Folder["unzipped/" + name]));
        }
    }

    [Fact(Explicit = true)]
    [Trait("Category", "Long")]
    [Trait("Category", "LongSample")]
    public void A_file_beyond_4_GiB_takes_zip64()
    {
        const long Length = (4L << 30) + 5;
        ArchivePlan plan = Plan(Sparse("a.dcm", Length), File("b.png", "after it"));
        ArchiveWriter.Write(plan, Zip, Options with { CompressionLevel = CompressionLevel.Fastest }, null,
            TestContext.Current.CancellationToken);
        Assert.Equal("after it"u8.ToArray(), Read(Zip, "b.png"));
        Assert.Contains(Length.ToString(CultureInfo.InvariantCulture), Witness.Run("unzip", "-l", Zip).Output, StringComparison.Ordinal);
        Assert.Contains(Length.ToString(CultureInfo.InvariantCulture), Witness.Run("7z", "l", Zip).Output, StringComparison.Ordinal);
        Assert.Equal(Length, DescribeByPython("list")[1][1].GetInt64());
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private JsonElement[] DescribeByPython(string task) =>
        JsonSerializer.Deserialize<JsonElement[]>(Witness.Run("python3", "-c", Describe, Zip, task).Output)!;
}
