using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Sources.Zip;

/// <summary>
/// Whatever bytes a zip is made of, reading it ends in a result, or in one of the two exceptions that opening and reading an entry promise.
/// </summary>
public sealed class ZipMutationTests : IDisposable
{
    private static readonly int[] Telling = [0, 1, 0x7F, 0x80, 0xFE, 0xFF];

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Seeds => ["plain", "zip64", "descriptors", "odd"];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_damaged_zip_is_read_as_far_as_it_goes(string seed)
    {
        const int Rounds = 5000;
        byte[] original = Seed(seed);
        Random random = new(20_240_601);
        string path = _folder["a.zip"];
        byte[] buffer = new byte[4096];
        for (int round = 0; round < Rounds; round++)
        {
            File.WriteAllBytes(path, Mutate(original, random));
            using ZipSource source = ZipSource.Open(path, TestContext.Current.CancellationToken);
            Assert.True(source.Directory.Failure is null || source.Entries.Count == 0);
            foreach (SourceEntry entry in source.Entries)
            {
                Assert.InRange(entry.Length, 0, long.MaxValue);
                ReadSome(source, entry, buffer);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_damaged_zip_has_a_result(string seed)
    {
        const int Rounds = 250;
        byte[] original = Seed(seed);
        Random random = new(7);
        string path = _folder["a.zip"];
        for (int round = 0; round < Rounds; round++)
        {
            File.WriteAllBytes(path, Mutate(original, random));
            DqTestResult result = DatasetValidator.Validate(path, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal("a", result.Dataset);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void ReadSome(ZipSource source, SourceEntry entry, byte[] buffer)
    {
        if (entry.IsFolder)
        {
            return;
        }

        try
        {
            using Stream stream = source.Open(entry);
            for (int read = 0; read < 16 && stream.Read(buffer) > 0; read++)
            {
                Assert.InRange(stream.Position, 0, entry.Length);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            // Promised.
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        byte[] bytes = [.. original];
        int changes = random.Next(1, 5);
        for (int change = 0; change < changes; change++)
        {
            int position = random.Next(3) == 0 ? random.Next(Math.Max(0, bytes.Length - 160), bytes.Length) : random.Next(bytes.Length);
            bytes[position] = random.Next(2) == 0 ? (byte)Telling[random.Next(Telling.Length)] : (byte)random.Next(256);
        }

        return random.Next(10) switch
        {
            0 => bytes[..random.Next(bytes.Length)],
            1 => bytes[random.Next(bytes.Length)..],
            2 => [.. bytes, .. bytes[random.Next(bytes.Length)..]],
            _ => bytes,
        };
    }

    private static byte[] Seed(string name)
    {
        byte[] image = Datasets.Image(1);
        ZipBuilder zip = new();
        return name switch
        {
            "plain" => zip.Folder("image").File("image/a.png", image).File("image/影.png", image, entry => entry.Deflated()).ToArray(),
            "zip64" => zip.File("image/a.png", image, entry => entry.Zip64())
                .File("image/b.png", image, entry => entry.Deflated().Zip64())
                .Zip64End()
                .ToArray(),
            "descriptors" => zip.File("image/a.png", image, entry => entry.Deflated().Descriptor())
                .Text("label.csv", "a,B,1\n", entry => entry.Descriptor())
                .Comment("comment"u8.ToArray())
                .ToArray(),
            _ => zip.Prepend(new byte[40], offsetsCountThem: false)
                .File("a\\b.png", image, entry => entry.Timestamp(DateTime.UnixEpoch))
                .File("x", [], entry => entry.RawName(0xE9, 0x2E, 0x70))
                .SymbolicLink("link", "../x")
                .Text("c", "d", entry => entry.AesEncrypted())
                .ToArray(),
        };
    }
}
