using DeepQDataset.Privacy;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Privacy;

/// <summary>What becomes of the elements of a file.</summary>
public sealed class DicomProtectorTests : ProtectionTestBase
{
    [Fact]
    public void The_patient_is_gone_and_the_image_stays()
    {
        DicomBuilder file = new()
        {
            PatientName = "Doe^John",
            PatientId = "4711",
            PatientIdentityRemoved = null,
            Elements =
            [
                DicomElement.Text(0x00080050, "SH", "A4711"),
                DicomElement.Text(0x00080080, "LO", "General Hospital"),
                DicomElement.Text(0x00080090, "PN", "House^G"),
                DicomElement.Text(0x00100030, "DA", "19610203"),
                DicomElement.Text(0x00100040, "CS", "M"),
                DicomElement.Text(0x00101040, "LO", "1 Main Street"),
                DicomElement.Text(0x00181030, "LO", "Thorax of J. Doe"),
            ],
        };
        DqProtection protection = ProtectOne(file);
        Dictionary<string, string> before = Read(file.Build());
        Dictionary<string, string> after = Read(protection);
        Assert.Equal("", after["00100010"]);
        Assert.Equal(protection.PatientId, after["00100020"]);
        Assert.Equal("", after["00080050"]);
        Assert.Equal("REMOVED", after["00080080"]);
        Assert.Equal("", after["00080090"]);
        Assert.Equal("", after["00100030"]);
        Assert.Equal("", after["00100040"]);
        Assert.DoesNotContain("00101040", after.Keys);
        Assert.Equal("REMOVED", after["00181030"]);
        Assert.Equal("", after["00080020"]);
        foreach (string kept in new[]
            {
                "00080008",
                "00080016",
                "00080060",
                "00200013",
                "00280004",
                "00280010",
                "00280011",
                "00280100",
                "7FE00010",
            })
        {
            Assert.Equal(before[kept], after[kept]);
        }

        Assert.Equal((1, 7, 3, 0), (protection.Removed, protection.Emptied, protection.Replaced, protection.PrivateRemoved));
        Assert.Equal(3, protection.UidsReplaced);
    }

    [Fact]
    public void A_copy_says_that_it_was_de_identified_and_how()
    {
        Dictionary<string, string> plain = Read(
            ProtectOne(new DicomBuilder { Elements = [DicomElement.Text(0x00120063, "LO", "by hand")] }));
        Assert.Equal("YES", plain["00120062"]);
        Assert.StartsWith("DeepQDataset", plain["00120063"], StringComparison.Ordinal);
        Assert.Equal("113100", plain["00120064/00080100"]);
        Assert.Equal("REMOVED", plain["00280303"]);

        ProtectionOptions both = Options with { ShiftDates = true, RetainPatientCharacteristics = true, Overwrite = true };
        Dictionary<string, string> options = Read(ProtectOne(new DicomBuilder(), both));
        Assert.Equal("113100113107113108", options["00120064/00080100"]);
        Assert.Equal("MODIFIED", options["00280303"]);
    }

    [Fact]
    public void UIDs_agree_in_a_file_and_from_file_to_file()
    {
        DicomElement reference = DicomElement.Sequence(
            0x00081140,
            [
                DicomElement.Text(0x00081150, "UI", "1.2.840.10008.5.1.4.1.1.2"),
                DicomElement.Text(0x00081155, "UI", new DicomBuilder { Seed = 2 }.SopInstanceUid!),
            ]);
        Put("a.dcm", new DicomBuilder { Seed = 1, Elements = [reference] }.Build());
        Put("b.dcm", new DicomBuilder { Seed = 2 }.Build());
        DqProtection[] protections = Protect().Select(outcome => outcome.Protection!).ToArray();
        Dictionary<string, string> first = Read(protections[0]);
        Dictionary<string, string> second = Read(protections[1]);
        Assert.Equal(second["00080018"], first["00081140/00081155"]);
        Assert.Equal("1.2.840.10008.5.1.4.1.1.2", first["00081140/00081150"]);
        Assert.Equal(first["0020000D"], second["0020000D"]);
        Assert.Equal(first["0020000E"], second["0020000E"]);
        Assert.Equal(protections[0].PatientId, protections[1].PatientId);
        Assert.Equal(first["00080018"], protections[0].SopInstanceUid);
        Assert.Equal(first["0020000D"], protections[0].StudyInstanceUid);
        Assert.Equal(first["0020000E"], protections[0].SeriesInstanceUid);
    }

    [Fact]
    public void Sequences_are_walked_at_any_depth()
    {
        DicomElement inner = DicomElement.Sequence(
            0x00082218, [DicomElement.Text(0x00100010, "PN", "Doe^John"), DicomElement.Text(0x00080104, "LO", "Chest")]);
        DicomElement open = DicomElement.UndefinedSequence(0x00540220, "SQ", [DicomElement.UndefinedSequence(0x00082228, "SQ", [inner])]);
        DicomElement unknown = DicomElement.UndefinedSequence(
            0x00540410,
            "UN",
            [DicomElement.Text(0x00100010, "PN", "Doe^John"), DicomElement.Text(0x00080104, "LO", "Chest")]);
        Dictionary<string, string> after = Read(
            ProtectOne(new DicomBuilder { Elements = [open, unknown, DicomElement.Sequence(0x00321064)] }));
        Assert.Equal("", after["00540220/00082228/00082218/00100010"]);
        Assert.Equal("Chest", after["00540220/00082228/00082218/00080104"]);
        Assert.Equal("", after["00540410/00100010"]);
        Assert.Equal("Chest", after["00540410/00080104"]);
        Assert.Equal("", after["00321064"]);
    }

    [Fact]
    public void A_sequence_that_is_removed_or_emptied_takes_all_in_it_along()
    {
        DicomElement other = DicomElement.Sequence(0x00101002, [DicomElement.Text(0x00100020, "LO", "4712")]);
        DicomElement study = DicomElement.Sequence(0x00081110, [DicomElement.Text(0x00081155, "UI", "1.2.3")]);
        Dictionary<string, string> after = Read(ProtectOne(new DicomBuilder { Elements = [other, study] }));
        Assert.DoesNotContain(after.Keys, key => key.StartsWith("00101002", StringComparison.Ordinal));
        Assert.Equal("", after["00081110"]);
        Assert.DoesNotContain("00081110/00081155", after.Keys);
    }

    [Theory]
    [InlineData(DicomSyntax.ExplicitLittleEndian, "REMOVED")]
    [InlineData(DicomSyntax.ImplicitLittleEndian, "")]
    public void In_a_sequence_that_needs_a_dummy_all_text_gives_way(string transferSyntax, string dummy)
    {
        DicomElement person = DicomElement.Sequence(
            0x00401101,
            [
                DicomElement.Text(0x00080100, "SH", "jdoe"),
                DicomElement.Text(0x00080104, "LO", "Doe, John"),
                DicomElement.Sequence(0x00401104, [DicomElement.Text(0x00080104, "LO", "555")]),
                DicomElement.Text(0x0040A123, "PN", "Doe^John"),
            ]);
        DicomElement behind = DicomElement.Sequence(0x00400260, [DicomElement.Text(0x00080104, "LO", "Chest")]);
        Dictionary<string, string> after = Read(
            ProtectOne(new DicomBuilder { TransferSyntax = transferSyntax, Elements = [person, behind] }));
        Assert.Equal(dummy, after["00401101/00080100"]);
        Assert.Equal(dummy, after["00401101/00080104"]);
        Assert.Equal("REMOVED", after["00401101/0040A123"]);
        Assert.DoesNotContain(after.Keys, key => key.StartsWith("00401101/00401104", StringComparison.Ordinal));
        Assert.Equal("Chest", after["00400260/00080104"]);
    }

    [Fact]
    public void Private_groups_curves_overlays_and_group_lengths_are_left_out()
    {
        DicomElement[] elements =
        [
            DicomElement.UInt32(0x00080000, 500),
            DicomElement.Text(0x00080001, "UL", "1234"),
            DicomElement.Text(0x00090010, "LO", "ACME"),
            DicomElement.Text(0x00091001, "LO", "Doe"),
            DicomElement.Sequence(0x00091002, [DicomElement.Text(0x00100010, "PN", "Doe")]),
            DicomElement.Sequence(0x00082218, [DicomElement.Text(0x00111001, "LO", "Doe")]),
            DicomElement.Text(0x50003000, "OW", "curve"),
            DicomElement.UInt16(0x60000010, 16),
            DicomElement.Raw(0x60003000, "OW", [1, 2]),
            DicomElement.Raw(0xFFFCFFFC, "OB", [0, 0]),
        ];
        DqProtection protection = ProtectOne(new DicomBuilder { Elements = elements });
        Dictionary<string, string> after = Read(protection);
        Assert.Equal(4, protection.PrivateRemoved);
        Assert.Equal(4, protection.Removed);
        Assert.DoesNotContain(after.Keys, key =>
            key.StartsWith("0009", StringComparison.Ordinal) || key.Contains("/0011", StringComparison.Ordinal));
        Assert.DoesNotContain(after.Keys, key =>
            key.StartsWith("50", StringComparison.Ordinal) || key.StartsWith("60", StringComparison.Ordinal));
        Assert.DoesNotContain(after.Keys, key => key is "00080000" or "00080001" or "FFFCFFFC");
    }

    [Fact]
    public void The_file_meta_has_what_it_must_and_the_preamble_nothing()
    {
        DicomElement[] elements =
        [
            DicomElement.Text(0x00020016, "AE", "DOES_STATION"),
            DicomElement.Text(0x00020100, "UI", "1.2.3"),
            DicomElement.Raw(0x00020102, "OB", "Doe "u8.ToArray()),
        ];
        byte[] file = new DicomBuilder { Elements = elements }.Build();
        "II*\0 a hidden image of Doe"u8.CopyTo(file);
        DqProtection protection = ProtectOne(file);
        byte[] copy = File.ReadAllBytes(protection.DestinationPath);
        Assert.True(copy.AsSpan(0, 128).IndexOfAnyExcept((byte)0) < 0);
        Assert.True(copy.AsSpan().IndexOf("Doe"u8) < 0);
        Assert.True(copy.AsSpan().IndexOf("DOES"u8) < 0);
        Assert.True(copy.AsSpan(0, 400).IndexOf(System.Text.Encoding.ASCII.GetBytes(protection.SopInstanceUid)) > 0);
    }

    [Fact]
    public void Characteristics_stay_when_asked_for()
    {
        DicomBuilder file = new()
        {
            Elements =
            [
                DicomElement.Text(0x00100040, "CS", "F"),
                DicomElement.Text(0x00101010, "AS", "061Y"),
                DicomElement.Text(0x00101020, "DS", "1.7"),
                DicomElement.Text(0x00101030, "DS", "70"),
                DicomElement.Text(0x00102110, "LO", "nuts"),
            ],
        };
        Dictionary<string, string> after = Read(ProtectOne(file, Options with { RetainPatientCharacteristics = true }));
        Assert.Equal(("F", "061Y", "1.7", "70"), (after["00100040"], after["00101010"], after["00101020"], after["00101030"]));
        Assert.DoesNotContain("00102110", after.Keys);
    }

    [Fact]
    public void Dates_move_by_as_many_days_in_all_files_of_a_patient()
    {
        Put("a.dcm", Dated(1, "4711", "20260301").Build());
        Put("b.dcm", Dated(2, "4711", "20260311").Build());
        Put("c.dcm", Dated(3, "4712", "20260301").Build());
        Dictionary<string, string>[] after = Protect(Options with { ShiftDates = true })
            .Select(outcome => Read(outcome.Protection!))
            .ToArray();
        DateTime first = Date(after[0]["00080020"]);
        Assert.InRange((new DateTime(2026, 3, 1) - first).TotalDays, 1, 3650);
        Assert.Equal(10, (Date(after[1]["00080020"]) - first).TotalDays);
        Assert.NotEqual(first, Date(after[2]["00080020"]));
        Assert.Equal("101112", after[0]["00080030"]);
        Assert.Equal(after[0]["00080020"] + "101112.5", after[0]["0008002A"]);
        Assert.Equal(after[0]["00080020"], after[0]["00189999"]);
        Assert.Equal("", after[0]["00100030"]);
        Assert.Equal("19000101", after[0]["00080021"]);

        static DicomBuilder Dated(int seed, string patient, string date) => new()
        {
            Seed = seed,
            PatientId = patient,
            Elements =
            [
                DicomElement.Text(0x00080020, "DA", date),
                DicomElement.Text(0x00080021, "DA", "spring"),
                DicomElement.Text(0x0008002A, "DT", date + "101112.5"),
                DicomElement.Text(0x00100030, "DA", "19610203"),
                DicomElement.Text(0x00189999, "DA", date),
            ],
        };

        static DateTime Date(string value) => DateTime.ParseExact(value, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("US", "The pixels may carry text")]
    [InlineData("CT", null)]
    public void Text_that_may_be_in_the_pixels_is_a_warning(string modality, string? warning)
    {
        DqStringList warnings = ProtectOne(new DicomBuilder { Modality = modality }).Warnings;
        Assert.Equal(warning is null ? 0 : 1, warnings.Count);
        Assert.All(warnings, text => Assert.StartsWith(warning!, text, StringComparison.Ordinal));
    }

    [Fact]
    public void An_overlay_in_bits_of_the_pixels_is_a_warning()
    {
        DicomBuilder file = new() { Elements = [DicomElement.UInt16(0x60000100, 16), DicomElement.UInt16(0x60000102, 12)] };
        Assert.Contains("overlay", Assert.Single(ProtectOne(file).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_in_a_sequence_is_left_out_and_told()
    {
        DicomElement broken = DicomElement.Raw(0x00082218, "SQ", [0xFE, 0xFF, 0x00, 0xE0, 0x0C, 0, 0, 0, .. "Doe^John1234"u8]);
        DqProtection protection = ProtectOne(new DicomBuilder { Elements = [broken] });
        Assert.Contains("could not be read", Assert.Single(protection.Warnings), StringComparison.Ordinal);
        Assert.True(File.ReadAllBytes(protection.DestinationPath).AsSpan().IndexOf("Doe"u8) < 0);
    }
}
