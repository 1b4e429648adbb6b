using DeepQDataset.Confidentiality;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Privacy;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Privacy;

/// <summary>Tests that damaged files result in an error, or in a readable copy without anything that the profile removes.</summary>
public sealed class DeidentifierMutationTests
{
    private const int Mutations = 1500;

    private readonly DicomDeidentifier _deidentifier = new(
        new ProtectionOptions { Key = ProtectionKey.From("a secret"), ShiftDates = true });

    [Theory]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    [InlineData(DicomSyntax.JpegBaseline)]
    public void Whatever_is_changed_in_a_file(string transferSyntax)
    {
        byte[] original = Seed(transferSyntax);
        Random random = new(20261123);
        int copies = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] mutated = (byte[])original.Clone();
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int at = random.Next(132, mutated.Length);
                mutated[at] = random.Next(4) switch
                {
                    0 => 0,
                    1 => 0xFF,
                    2 => (byte)(mutated[at] ^ (1 << random.Next(8))),
                    _ => (byte)random.Next(256),
                };
            }

            int length = random.Next(8) == 0 ? random.Next(mutated.Length) : mutated.Length;
            copies += Copy(mutated[..length]) is byte[] copy && IsClean(copy, i) ? 1 : 0;
        }

        Assert.InRange(copies, Mutations / 10, Mutations);
    }

    private byte[]? Copy(byte[] file)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using ForwardReader reader = new();
        reader.Reset(new MemoryStream(file), file.Length);
        ProtectionSubject? subject = ProtectionSubject.Read(reader, out ImageProblem? problem);
        Assert.Equal(subject is null, problem is not null);
        if (subject is null || subject.IsDirectory)
        {
            return null;
        }

        using MemoryStream copy = new();
        reader.Reset(new MemoryStream(file), file.Length);
        using DicomFile dicom = DicomFile.Open(reader);
        ProtectedFileMeta.Write(copy, subject, "2.25.1");
        _deidentifier.Copy(dicom, subject, copy, cancellation);
        return dicom.FinalProblem is null ? copy.ToArray() : null;
    }

    private static bool IsClean(byte[] copy, int number)
    {
        using ForwardReader reader = new();
        reader.Reset(new MemoryStream(copy), copy.Length);
        using DicomFile dicom = DicomFile.Open(reader);
        Assert.True(dicom.IsOpen, $"{number}: {dicom.Problem}");
        while (dicom.Elements!.Read())
        {
            if (dicom.Elements.Kind is DicomNodeKind.Element or DicomNodeKind.SequenceStart)
            {
                uint tag = dicom.Elements.Tag;
                Assert.False(ConfidentialityProfile.IsInRemovedGroup(tag), $"{number}: {DicomTag.Format(tag)}");
                Assert.False(
                    ConfidentialityProfile.Find(tag) is { Action: ProfileAction.Remove, IsTemporal: false },
                    $"{number}: {DicomTag.Format(tag)}");
            }

            Assert.NotEqual(DicomNodeKind.Opaque, dicom.Elements.Kind);
        }

        Assert.True(dicom.FinalProblem is null, $"{number}: {dicom.FinalProblem}");
        return true;
    }

    private static byte[] Seed(string transferSyntax) => new DicomBuilder
    {
        TransferSyntax = transferSyntax,
        Rows = 4,
        Columns = 4,
        Elements =
        [
            DicomElement.Sequence(0x00081140, [DicomElement.Text(0x00081155, "UI", "1.2.3.5")]),
            DicomElement.UndefinedSequence(
                0x00082218,
                "SQ",
                [
                    DicomElement.Text(0x00080104, "LO", "Chest"),
                    DicomElement.Sequence(0x00082228, [DicomElement.Text(0x00100010, "PN", "Doe")]),
                ]),
            DicomElement.Text(0x00090010, "LO", "ACME"),
            DicomElement.UndefinedSequence(0x00091001, "UN", [DicomElement.Text(0x00100010, "PN", "Doe^John")]),
            DicomElement.Text(0x00101040, "LO", "1 Main Street"),
            DicomElement.Sequence(0x00401101, [DicomElement.Text(0x00080104, "LO", "Doe")]),
            DicomElement.UndefinedSequence(0x00540410, "UN", [DicomElement.Text(0x00080104, "LO", "Chest")]),
        ],
    }.Build();
}
