using System.IO.Compression;
using System.Text;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Building;

/// <summary>Plans and writes archives, and looks at what is in them.</summary>
internal static class ArchiveAssert
{
    public static readonly ArchiveOptions Options = new() { ThrottleLimit = 2 };

    public static LabelSet SetOf(params IEnumerable<DqLabel> labels)
    {
        LabelSet set = new();
        foreach (DqLabel label in labels)
        {
            set.Add(label);
        }

        return set;
    }

    public static DqLabel Label(string image, string? name, int? value = 1, string? sourcePath = null) =>
        new() { Image = image, Class = name, Value = name is null ? null : value, SourcePath = sourcePath };

    public static DqArchive Write(LabelSet labels, string? imageFolder, string destination)
    {
        using ArchivePlan plan = ArchivePlan.FromLabels(labels, imageFolder, options: null, TestContext.Current.CancellationToken);
        return Write(plan, destination);
    }

    public static DqArchive WriteDataset(string path, string destination)
    {
        using ArchivePlan plan = ArchivePlan.FromDataset(path, cancellation: TestContext.Current.CancellationToken);
        return Write(plan, destination);
    }

    public static DqArchive Write(ArchivePlan plan, string destination) =>
        ArchiveWriter.Write(plan, destination, Options, progress: null, TestContext.Current.CancellationToken);

    public static string[] Names(string zip)
    {
        using ZipArchive archive = ZipFile.OpenRead(zip);
        return archive.Entries.Select(entry => entry.FullName).ToArray();
    }

    public static byte[] Read(string zip, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(zip);
        using Stream stream = archive.GetEntry(name)!.Open();
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }

    public static string[] LabelLines(string zip)
    {
        string text = Encoding.UTF8.GetString(Read(zip, "label.csv"));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        return text[..^1].Split('\n');
    }

    /// <summary>Writes files that need not be images but for their names.</summary>
    public static string Folder(TempFolder folder, string name, params string[] files)
    {
        DatasetBuilder builder = new();
        foreach (string file in files)
        {
            builder.Text(file, file);
        }

        return builder.WriteFolder(folder[name]);
    }
}
