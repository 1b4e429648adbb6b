using DeepQDataset.Files;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Files;

/// <summary>What processes leave that are ended without warning, and what must never be taken for that.</summary>
public sealed class StaleTemporariesTests : IDisposable
{
    /// <summary>No process has such an id: it is above the most that Linux, macOS and Windows give.</summary>
    private const int NoProcess = int.MaxValue;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_an_ended_process_left_goes_with_the_next_file_or_folder_written_there()
    {
        ProcessStamp ended = ProcessStamp.Current with { Id = NoProcess };
        ProcessStamp earlierOfThisId = ProcessStamp.Current with { Start = ProcessStamp.Current.Start + 1 };
        string[] left = [Name("a.zip", ended), Name("胸部 [1]", earlierOfThisId)];
        File.WriteAllText(_folder[left[0]], "half");
        Directory.CreateDirectory(Path.Combine(_folder[left[1]], "image"));
        File.WriteAllText(Path.Combine(_folder[left[1]], "image", "a.png"), "half");

        using AtomicFile file = AtomicFile.Create(_folder["b.zip"], overwrite: false);

        Assert.DoesNotContain(left, name => Path.Exists(_folder[name]));
        Assert.True(File.Exists(file.TemporaryPath));
    }

    [Fact]
    public async Task What_is_left_while_this_process_runs_goes_too()
    {
        string left = _folder[Name("a.zip", ProcessStamp.Current with { Id = NoProcess })];
        for (int round = 0; round < 2; round++)
        {
            File.WriteAllText(left, "half");
            while (File.Exists(left))
            {
                AtomicFile.Create(_folder["b.zip"], overwrite: false).Dispose();
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public void A_folder_inside_of_an_existing_destination_goes_too()
    {
        string left = Name("out", ProcessStamp.Current with { Id = NoProcess });
        Directory.CreateDirectory(Path.Combine(_folder["out"], left, "new", "image"));
        using AtomicFolder folder = AtomicFolder.Create(_folder["out"], overwrite: true, ["image"]);

        Assert.Equal(Path.GetDirectoryName(folder.Root), Assert.Single(Directory.GetFileSystemEntries(_folder["out"])));
    }

    [Fact]
    public void What_a_living_process_or_one_elsewhere_writes_stays()
    {
        string[] names =
        [
            Name("a.zip", ProcessStamp.Current),
            Name("a.zip", ProcessStamp.Current with { Machine = "00000000", Id = NoProcess }),
            ".a.zip.0a1b2c3d.tmp",
            ".a.zip.tmp",
            ".b.00000000-1.0a1b2c3d.tmp",
            $".c.{ProcessStamp.Current.Machine}-xyz-1.0a1b2c3d.tmp",
            $".d.{ProcessStamp.Current.Machine}--1-1.0a1b2c3d.tmp",
            Name("e.zip", ProcessStamp.Current with { Id = NoProcess })[1..],
            Name("f.zip", ProcessStamp.Current with { Id = NoProcess }) + ".png",
        ];
        foreach (string name in names)
        {
            File.WriteAllText(_folder[name], "");
        }

        using (AtomicFile.Create(_folder["z.zip"], overwrite: false))
        {
            Assert.All(names, name => Assert.True(File.Exists(_folder[name]), name));
        }
    }

    [Fact]
    public void Parts_of_a_dataset_that_are_nowhere_else_stay()
    {
        string left = _folder["out/" + Name("out", ProcessStamp.Current with { Id = NoProcess })];
        Directory.CreateDirectory(Path.Combine(left, "old", "image"));
        Directory.CreateDirectory(Path.Combine(left, "new", "image"));
        using (AtomicFolder.Create(_folder["out"], overwrite: true, ["image"]))
        {
            Assert.True(Directory.Exists(Path.Combine(left, "old", "image")));
        }
    }

    [Fact]
    public void Parts_that_were_replaced_completely_go()
    {
        string left = _folder["out/" + Name("out", ProcessStamp.Current with { Id = NoProcess })];
        Directory.CreateDirectory(Path.Combine(left, "old", "image"));
        Directory.CreateDirectory(Path.Combine(left, "new"));
        using (AtomicFolder.Create(_folder["out"], overwrite: true, ["image"]))
        {
            Assert.False(Directory.Exists(left));
        }
    }

    [Theory]
    [InlineData("0123abcd-10-2f", 0x10, 0x2f)]
    [InlineData("0123abcd-7fffffff-0", int.MaxValue, 0)]
    public void A_stamp_is_read_as_it_was_written(string text, int id, long start)
    {
        Assert.True(ProcessStamp.TryParse(text, out ProcessStamp stamp));
        Assert.Equal(new ProcessStamp("0123abcd", id, start), stamp);
        Assert.Equal(text, stamp.ToString());
        Assert.False(stamp.HasEnded);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123abcd-10")]
    [InlineData("0123abcd-0-1")]
    [InlineData("0123abcd-ffffffff-1")]
    [InlineData("0123abcd-10-ffffffffffffffff")]
    [InlineData("0123abcd-10-2f-1")]
    [InlineData("123abcd-10-2f")]
    public void Other_texts_are_no_stamps(string text) => Assert.False(ProcessStamp.TryParse(text, out _));

    [Fact]
    public void This_process_runs() => Assert.False(ProcessStamp.Current.HasEnded);

    private static string Name(string destination, ProcessStamp owner) => $".{destination}.{owner}.0a1b2c3d.tmp";
}
