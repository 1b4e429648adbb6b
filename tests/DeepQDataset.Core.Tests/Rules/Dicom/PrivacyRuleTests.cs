using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Dicom;

/// <summary>DQ901 to DQ904 and DQ906: what headers tell of patients.</summary>
public sealed class PrivacyRuleTests
{
    private const string SecondaryCapture = "1.2.840.10008.5.1.4.1.1.7";

    [Fact]
    public void DQ901_and_DQ903_a_file_straight_from_the_scanner() => RuleAssert.Issues(
        With(Identified()),
        "DQ901 image/a.dcm [Patient's Name (0010,0010)]",
        "DQ901 image/a.dcm [Patient ID (0010,0020)]",
        "DQ903 image/a.dcm");

    [Fact]
    public void DQ901_is_one_issue_an_attribute_whatever_the_number_of_files() => RuleAssert.Issues(
        new DatasetBuilder()
            .File("image/a.dcm", new DicomBuilder { Seed = 1 }.Build())
            .File("image/b.dcm", Identified(2).Build())
            .File("image/c.dcm", Identified(3).Build()),
        "DQ901 image/b.dcm ×2 [Patient's Name (0010,0010)]",
        "DQ901 image/b.dcm ×2 [Patient ID (0010,0020)]",
        "DQ903 image/b.dcm",
        "DQ903 image/c.dcm");

    [Theory]
    [InlineData(0x00100030, "DA", "19610203", "Patient's Birth Date (0010,0030)")]
    [InlineData(0x00101040, "LO", "1 Main Street", "Patient's Address (0010,1040)")]
    [InlineData(0x00102154, "SH", "555-0100", "Patient's Telephone Numbers (0010,2154)")]
    [InlineData(0x00080090, "PN", "House^G", "Referring Physician's Name (0008,0090)")]
    [InlineData(0x00080080, "LO", "General", "Institution Name (0008,0080)")]
    [InlineData(0x00101000, "LO", "77-1", "Other Patient IDs (0010,1000)")]
    [InlineData(0x00104000, "LT", "Son of Mr. Smith", "Patient Comments (0010,4000)")]
    [InlineData(0x00204000, "LT", "see Smith, J.", "Image Comments (0020,4000)")]
    [InlineData(0x001021B0, "LT", "fell off a horse", "Additional Patient History (0010,21B0)")]
    [InlineData(0x300E0008, "PN", "House^G", "Reviewer Name (300E,0008)")]
    [InlineData(0x00700084, "PN", "House^G", "Content Creator's Name (0070,0084)")]
    public void DQ901_what_no_pseudonym_replaces_counts_in_de_identified_files_too(uint tag, string vr, string value, string subject)
    {
        RuleAssert.Issues(With(new DicomBuilder { Elements = [DicomElement.Text(tag, vr, value)] }), $"DQ901 image/a.dcm [{subject}]");
        RuleAssert.Issues(With(new DicomBuilder { Elements = [DicomElement.Text(tag, vr, "")] }));
    }

    [Fact]
    public void DQ901_an_accession_number_is_a_pseudonym_where_the_identity_was_removed()
    {
        DicomElement number = DicomElement.Text(0x00080050, "SH", "A4711");
        RuleAssert.Issues(With(new DicomBuilder { Elements = [number] }));
        RuleAssert.Issues(
            With(new DicomBuilder { PatientIdentityRemoved = null, PatientName = "", PatientId = "", Elements = [number] }),
            "DQ901 image/a.dcm [Accession Number (0008,0050)]",
            "DQ903 image/a.dcm");
    }

    [Theory]
    [InlineData("ANONYMOUS^^")]
    [InlineData("Removed")]
    [InlineData("no name")]
    [InlineData("0000")]
    [InlineData("xxx^xxx")]
    [InlineData("  ^^^=  ")]
    [InlineData(null)]
    public void DQ901_a_value_that_stands_for_none_is_none(string? name) =>
        RuleAssert.Issues(
            With(
                new DicomBuilder
                {
                    PatientIdentityRemoved = "YES",
                    PatientName = name,
                    Elements = [DicomElement.Text(0x00101001, "PN", name ?? "")],
                }));

    [Theory]
    [InlineData("Anonymous^Smith")]
    [InlineData("X1")]
    [InlineData("O")]
    public void DQ901_a_value_that_may_name_somebody(string name) => RuleAssert.Issues(
        With(new DicomBuilder { Elements = [DicomElement.Text(0x00101001, "PN", name)] }),
        "DQ901 image/a.dcm [Other Patient Names (0010,1001)]");

    [Theory]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    public void DQ901_looks_into_sequences(string transferSyntax)
    {
        DicomElement known = DicomElement.Sequence(
            0x00081110, [DicomElement.Text(0x00081155, "UI", "1.2.3"), DicomElement.Text(0x00100030, "DA", "19610203")]);
        DicomElement open = DicomElement.UndefinedSequence(
            0x00400275, "SQ", [DicomElement.Sequence(0x00321064, [DicomElement.Text(0x00080080, "LO", "General")])]);
        RuleAssert.Issues(
            With(new DicomBuilder { TransferSyntax = transferSyntax, Elements = [known, open] }),
            "DQ901 image/a.dcm [Patient's Birth Date (0010,0030)]",
            "DQ901 image/a.dcm [Institution Name (0008,0080)]");
    }

    [Fact]
    public void DQ901_shows_no_value()
    {
        DqTestResult result = Test(With(Identified()));
        Assert.Equal("Patient's Name (0010,0010) has a value in 1 file: D*** in the first.", result.Issues[1].Message);
        Assert.All(result.Issues, issue => Assert.DoesNotContain("Doe", issue.Message, StringComparison.OrdinalIgnoreCase));
        Assert.All(result.Issues, issue => Assert.DoesNotContain("P0001", issue.Message, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("CT", null, "YES", true)]
    [InlineData("CT", null, "NO", false)]
    [InlineData("CT", null, null, false)]
    [InlineData("US", null, null, true)]
    [InlineData("ES", null, null, true)]
    [InlineData("ES", null, "NO", false)]
    [InlineData("XC", "1.2.840.10008.5.1.4.1.1.77.1.1", null, true)]
    [InlineData("XC", "1.2.840.10008.5.1.4.1.1.77.1.1.1", null, true)]
    [InlineData("XC", "1.2.840.10008.5.1.4.1.1.77.1.10", null, false)]
    [InlineData("OT", null, "", true)]
    [InlineData("US", null, "NO", false)]
    [InlineData("CT", SecondaryCapture, null, true)]
    [InlineData("CT", SecondaryCapture + ".4", null, true)]
    [InlineData("CT", SecondaryCapture, "NO", false)]
    [InlineData("CT", SecondaryCapture + "7.1", null, false)]
    public void DQ902_pixels_that_may_carry_text(string modality, string? sopClass, string? burnedIn, bool isReported)
    {
        DicomBuilder file = new()
        {
            Modality = modality,
            SopClassUid = sopClass ?? "1.2.840.10008.5.1.4.1.1.2",
            Elements = burnedIn is null ? [] : [DicomElement.Text(0x00280301, "CS", burnedIn)],
        };
        RuleAssert.Issues(With(file), isReported ? ["DQ902 image/a.dcm"] : []);
    }

    [Theory]
    [InlineData(@"DERIVED\SECONDARY\SCREEN SAVE", null, true)]
    [InlineData(@"DERIVED\SECONDARY\SCREEN SAVE", "NO", false)]
    [InlineData(@"ORIGINAL\PRIMARY\AXIAL", null, false)]
    public void DQ902_a_saved_screen(string imageType, string? burnedIn, bool isReported)
    {
        DicomElement type = DicomElement.Text(0x00080008, "CS", imageType);
        DicomElement[] elements = burnedIn is null ? [type] : [type, DicomElement.Text(0x00280301, "CS", burnedIn)];
        RuleAssert.Issues(With(new DicomBuilder { Elements = elements }), isReported ? ["DQ902 image/a.dcm"] : []);
    }

    [Theory]
    [InlineData("NO")]
    [InlineData("")]
    [InlineData(null)]
    public void DQ903_the_file_does_not_say_that_the_identity_was_removed(string? removed) => RuleAssert.Issues(
        With(new DicomBuilder { PatientIdentityRemoved = removed, PatientId = "", PatientName = "" }), "DQ903 image/a.dcm");

    [Fact]
    public void DQ903_is_not_said_of_files_that_are_to_be_taken_out() => RuleAssert.Issues(
        With(new DicomBuilder { PatientIdentityRemoved = null, HasPixelData = false }), "DQ403 image/a.dcm");

    [Fact]
    public void DQ904_a_JPEG_that_says_where_and_by_whom_it_was_taken()
    {
        ExifBlockBuilder block = new()
        {
            Artist = "Ann",
            OwnerName = "Ann",
            BodySerialNumber = "4711",
            LensSerialNumber = "12",
            HasPosition = true,
        };
        byte[] exif = [.. "Exif\0\0"u8, .. block.Build()];
        RuleAssert.Issues(
            new DatasetBuilder()
                .File("image/a.jpg", new JpegBuilder { Seed = 1 }.Build())
                .File("image/b.jpg", new JpegBuilder { Seed = 2, ExtraSegments = [(0xE1, exif)] }.Build())
                .File("image/c.jpg", new JpegBuilder { Seed = 3, ExtraSegments = [(0xE1, exif)] }.Build()),
            "DQ904 image/b.jpg ×2 [EXIF Artist]",
            "DQ904 image/b.jpg ×2 [EXIF BodySerialNumber]",
            "DQ904 image/b.jpg ×2 [EXIF CameraOwnerName]",
            "DQ904 image/b.jpg ×2 [EXIF GPS position]",
            "DQ904 image/b.jpg ×2 [EXIF LensSerialNumber]");
    }

    [Fact]
    public void DQ904_an_EXIF_block_that_tells_of_nobody()
    {
        byte[] exif = [.. "Exif\0\0"u8, .. new ExifBlockBuilder { Artist = "    ", OwnerName = "", HasGpsVersion = true }.Build()];
        RuleAssert.Issues(new DatasetBuilder().File("image/a.jpg", new JpegBuilder { ExtraSegments = [(0xE1, exif)] }.Build()));
    }

    [Theory]
    [InlineData("Author=Ann", true)]
    [InlineData("author=Ann", true)]
    [InlineData("Author=", false)]
    [InlineData("Software=Ann", false)]
    public void DQ904_a_PNG_text_with_an_author(string text, bool isReported) => RuleAssert.Issues(
        new DatasetBuilder().File("image/a.png", new PngBuilder { Text = text }.Build()),
        isReported ? ["DQ904 image/a.png [PNG text with an author]"] : []);

    [Fact]
    public void DQ904_packed_and_international_texts_and_EXIF_count_in_a_PNG()
    {
        byte[] exif = new ExifBlockBuilder { HasPosition = true, BigEndian = true }.Build();
        RuleAssert.Issues(
            new DatasetBuilder()
                .File("image/a.png", new PngBuilder { Seed = 1, ExtraChunks = [("zTXt", [.. "Author\0\0"u8, 1, 2])] }.Build())
                .File("image/b.png", new PngBuilder { Seed = 2, ExtraChunks = [("iTXt", [.. "Author\0\0\0\0\0Ann"u8])] }.Build())
                .File("image/c.png", new PngBuilder { Seed = 3, ExtraChunks = [("eXIf", exif)] }.Build()),
            "DQ904 image/a.png ×2 [PNG text with an author]",
            "DQ904 image/c.png [EXIF GPS position]");
    }

    [Fact]
    public void DQ904_what_stands_behind_the_image_data_is_seen_at_level_Full()
    {
        DatasetBuilder dataset = new DatasetBuilder().File(
            "image/a.png", new PngBuilder { LateChunks = [("tEXt", [.. "Author\0Ann"u8])] }.Build());
        RuleAssert.Issues(dataset);
        RuleAssert.Issues(dataset, new ValidationOptions { Level = DqLevel.Full }, "DQ904 image/a.png [PNG text with an author]");
    }

    [Fact]
    public void DQ906_is_one_issue_a_private_attribute()
    {
        DicomElement[] elements =
        [
            DicomElement.Text(0x00090010, "LO", "ACME 1.0"),
            DicomElement.Text(0x00091001, "LO", "x"),
            DicomElement.Text(0x00110010, "LO", "ACME 2.0"),
            DicomElement.Sequence(0x00400275, [DicomElement.Text(0x00091001, "LO", "x"), DicomElement.Text(0x00091002, "LO", "y")]),
        ];
        RuleAssert.Issues(
            new DatasetBuilder()
                .File("image/a.dcm", new DicomBuilder { Seed = 1 }.Build())
                .File("image/b.dcm", new DicomBuilder { Seed = 2, Elements = elements }.Build())
                .File("image/c.dcm", new DicomBuilder { Seed = 3, Elements = elements[..2] }.Build()),
            "DQ906 image/b.dcm ×2 [(0009,1001)]",
            "DQ906 image/b.dcm [(0009,1002)]",
            "DQ906 image/b.dcm [(0011,0010)]");
    }

    [Fact]
    public void Nothing_is_said_at_level_Structure() =>
        RuleAssert.Issues(With(Identified()), new ValidationOptions { Level = DqLevel.Structure });

    [Fact]
    public void A_clean_result_claims_no_more_than_was_looked_at()
    {
        Assert.Equal("no identifying header found", Test(With(new DicomBuilder())).Privacy);
        Assert.Equal("identifying headers found: DQ901×2", Test(With(Identified())).Privacy);
        DatasetBuilder withReport = With(new DicomBuilder())
            .File("image/b.dcm", new DicomBuilder { Seed = 1, HasPixelData = false }.Build())
            .File("image/c.png", [1]);
        Assert.Equal("no identifying header found; 2 images not examined", Test(withReport).Privacy);
        Assert.Null(Test(With(Identified()), new ValidationOptions { Level = DqLevel.Structure }).Privacy);
        Assert.Null(Test(With(Identified()), new ValidationOptions { ExcludedRules = new HashSet<string> { "DQ901" } }).Privacy);
    }

    private static DicomBuilder Identified(int seed = 0) => new() { Seed = seed, PatientIdentityRemoved = null };

    private static DatasetBuilder With(DicomBuilder file) => new DatasetBuilder().File("image/a.dcm", file.Build());

    private static DqTestResult Test(DatasetBuilder dataset, ValidationOptions? options = null)
    {
        using TempFolder folder = new();
        return DatasetValidator.Validate(
            dataset.WriteFolder(folder["dataset"]), options, cancellation: TestContext.Current.CancellationToken);
    }
}
