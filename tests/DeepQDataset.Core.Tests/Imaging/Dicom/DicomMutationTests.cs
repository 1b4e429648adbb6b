using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

/// <summary>Tests that damaged files of all kinds give a result and no exception.</summary>
public sealed class DicomMutationTests
{
    private const int Rounds = 20_000;

    private static readonly DicomElement[] Inner =
    [
        DicomElement.Text(0x00080100, "SH", "X"),
        DicomElement.Sequence(0x00081140, [DicomElement.Text(0x00081155, "UI", "1.2")]),
    ];

    private static readonly DicomElement[] Extra =
    [
        DicomElement.UndefinedSequence(0x00081115, "SQ", Inner, Inner),
        DicomElement.Sequence(0x00081199, Inner),
        DicomElement.UndefinedSequence(0x00091001, "UN", Inner),
        DicomElement.Raw(0x00091002, "OB", [1, 2, 3, 4]),
    ];

    private static readonly byte[][] Files =
    [
        new DicomBuilder { Elements = Extra }.Build(),
        new DicomBuilder { Elements = Extra, TransferSyntax = DicomSyntax.ImplicitLittleEndian }.Build(),
        new DicomBuilder { Elements = Extra, TransferSyntax = DicomSyntax.ExplicitBigEndian }.Build(),
        new DicomBuilder { Elements = Extra, TransferSyntax = DicomSyntax.DeflatedLittleEndian }.Build(),
        new DicomBuilder
        {
            Elements = Extra,
            TransferSyntax = DicomSyntax.JpegBaseline,
            Fragments = [new byte[20], new byte[30]],
        }.Build(),
        new DicomBuilder
        {
            Elements = Extra,
            HasPreamble = false,
            HasFileMeta = false,
            TransferSyntax = DicomSyntax.ImplicitLittleEndian,
        }.Build(),
        new DicomBuilder { IsDicomDirectory = true }.Build(),
    ];

    [Fact]
    public void Any_damage_ends_in_a_result()
    {
        Random random = new(20260102);
        DicomHeaderReader dicom = new();
        using ForwardReader reader = new();
        for (int round = 0; round < Rounds; round++)
        {
            byte[] file = Mutate(Files[round % Files.Length], random);
            using MemoryStream stream = new(file);
            reader.Reset(
                stream,
                random.Next(8) == 0 ? random.Next(1, 2 * file.Length) : file.Length,
                cancellation: TestContext.Current.CancellationToken);

            DicomReadResult result = dicom.Read(reader);

            Assert.True(result.Header is not null || result.Problem is not null);
            Assert.True(
                result.Header is not null || result.Problem?.Kind is ImageProblemKind.Corrupt or ImageProblemKind.UnsupportedFormat);
        }
    }

    private static byte[] Mutate(byte[] file, Random random)
    {
        byte[] mutated = random.Next(4) == 0 ? file[..random.Next(1, file.Length)] : (byte[])file.Clone();
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            int at = random.Next(Math.Min(mutated.Length, 900));
            mutated[at] = random.Next(4) switch
            {
                0 => 0xFF,
                1 => 0,
                2 => (byte)(mutated[at] ^ (1 << random.Next(8))),
                _ => (byte)random.Next(256),
            };
        }

        return mutated;
    }
}
