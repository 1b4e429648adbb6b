using System.Text;
using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.TestKit;
using DeepQDataset.Work;

namespace DeepQDataset.Core.Tests.Building.Zip;

/// <summary>A folder of its own, and plans of files in it.</summary>
public abstract class ArchiveWriterTestBase : IDisposable
{
    private protected static readonly DateTime Written = new(2024, 2, 29, 12, 34, 56, DateTimeKind.Utc);

    private protected TempFolder Folder { get; } = new();

    private protected string Zip => Folder["out.zip"];

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static ArchivePlan Plan(params PlannedEntry[] entries) => new(entries);

    private protected static PlannedEntry Generated(string name, string text) =>
        new(name, new GeneratedContent(name, Written, (stream, _) => stream.Write(Encoding.UTF8.GetBytes(text))), IsImage: false);

    private protected static byte[] Noise(int length)
    {
        byte[] noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }

    private protected PlannedEntry File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    private protected PlannedEntry File(string name, byte[] content)
    {
        string path = Folder["in/" + name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        System.IO.File.SetLastWriteTimeUtc(path, Written);
        return new PlannedEntry(name, new FileContent(path, content.Length, Written), name.EndsWith(".png", StringComparison.Ordinal));
    }

    /// <summary>A file of zeros that takes no room on the disk.</summary>
    private protected PlannedEntry Sparse(string name, long length)
    {
        string path = Folder["in/" + name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SparseFile.Create(path, length);
        return new PlannedEntry(name, new FileContent(path, length, Written), IsImage: true);
    }

    private protected string[] Left() =>
        Directory.EnumerateFiles(Folder.FullPath, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None })
            .Select(path => Path.GetFileName(path)).ToArray();

    private protected sealed class Collector : IProgress<WorkProgress>
    {
        public List<WorkProgress> Reports { get; } = [];

        public void Report(WorkProgress value) => Reports.Add(value);
    }

    /// <summary>Cancels at the first report.</summary>
    private protected sealed class Canceller : IProgress<WorkProgress>, IDisposable
    {
        private readonly CancellationTokenSource _source = new();

        public CancellationToken Token => _source.Token;

        /// <summary>Gets the last report, which says how far the work went before it ended.</summary>
        public WorkProgress? Last { get; private set; }

        public void Report(WorkProgress value)
        {
            Last = value;
            _source.Cancel();
        }

        public void Dispose() => _source.Dispose();
    }
}
