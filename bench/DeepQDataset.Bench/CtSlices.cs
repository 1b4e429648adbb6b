using System.Globalization;
using DeepQDataset.TestKit;

namespace DeepQDataset.Bench;

/// <summary>
/// Creates CT slices with headers as scanners write them: 100 elements, nested sequences, private groups with a few KB of vendor data.
/// </summary>
internal static class CtSlices
{
    private const int Side = 512;
    private const int SlicesPerSeries = 250;
    private const string CtImage = "1.2.840.10008.5.1.4.1.1.2";
    private const string Root = "1.2.826.0.1.3680043.8.498";

    /// <summary>Writes slices of 512 × 512 in 16 bits into <c>image/</c>, with a fixed number for each series.</summary>
    public static void Write(string folder, int count)
    {
        string images = Directory.CreateDirectory(Path.Combine(folder, "image")).FullName;
        byte[] pixels = new byte[Side * Side * 2];
        new Random(1).NextBytes(pixels);
        Parallel.For(0, count, number =>
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"slice{number:D5}.dcm");
            File.WriteAllBytes(Path.Combine(images, name), Build(number, pixels));
        });
    }

    private static byte[] Build(int number, byte[] pixels)
    {
        int series = number / SlicesPerSeries;
        return new DicomBuilder
        {
            Seed = number,
            Rows = Side,
            Columns = Side,
            Pixels = pixels,
            InstanceNumber = (number % SlicesPerSeries) + 1,
            PatientId = Text($"PAT{series / 4:D6}"),
            StudyInstanceUid = Text($"{Root}.1.{series / 2}"),
            SeriesInstanceUid = Text($"{Root}.2.{series}"),
            Elements = [.. Identification(number), .. Acquisition(number), .. Image(number), .. Vendor(number)],
        }.Build();
    }

    private static DicomElement[] Identification(int number) =>
    [
        DicomElement.Text(0x00080005, "CS", "ISO_IR 100"),
        DicomElement.Text(0x00080012, "DA", "20260102"),
        DicomElement.Text(0x00080013, "TM", "101520.500000"),
        DicomElement.Text(0x00080021, "DA", "20260102"),
        DicomElement.Text(0x00080022, "DA", "20260102"),
        DicomElement.Text(0x00080023, "DA", "20260102"),
        DicomElement.Text(0x0008002A, "DT", "20260102101519.120000"),
        DicomElement.Text(0x00080031, "TM", "101312.531000"),
        DicomElement.Text(0x00080032, "TM", Text($"1015{number % 60:D2}.120000")),
        DicomElement.Text(0x00080033, "TM", Text($"1015{number % 60:D2}.335000")),
        DicomElement.Text(0x00080070, "LO", "ACME MEDICAL SYSTEMS"),
        DicomElement.Text(0x00080080, "LO", "GENERAL HOSPITAL"),
        DicomElement.Text(0x00080090, "PN", "Referring^Physician"),
        DicomElement.Text(0x00081010, "SH", "CT99"),
        DicomElement.Text(0x00081030, "LO", "CT THORAX"),
        DicomElement.Sequence(0x00081032, Code("CTTHO", "CT Thorax")),
        DicomElement.Text(0x0008103E, "LO", "LUNG 1.0 B60f"),
        DicomElement.Text(0x00081090, "LO", "Scanner 64"),
        DicomElement.UndefinedSequence(0x00081111, "SQ", Reference("1.2.840.10008.3.1.2.3.3", number)),
        DicomElement.UndefinedSequence(0x00081140, "SQ", Reference(CtImage, number), Reference(CtImage, number + 1)),
        DicomElement.Text(0x00082111, "ST", "none"),
        DicomElement.Text(0x00100030, "DA", "19500101"),
        DicomElement.Text(0x00100040, "CS", "F"),
        DicomElement.Text(0x00101010, "AS", "076Y"),
        DicomElement.Text(0x00101020, "DS", "1.65"),
        DicomElement.Text(0x00101030, "DS", "61.5"),
        DicomElement.Text(0x001021B0, "LT", "Cough since three weeks; follow-up of a nodule in the right upper lobe."),
    ];

    private static DicomElement[] Acquisition(int number) =>
    [
        DicomElement.Text(0x00180015, "CS", "CHEST"),
        DicomElement.Text(0x00180022, "CS", "HELICAL MODE"),
        DicomElement.Text(0x00180050, "DS", "1"),
        DicomElement.Text(0x00180060, "DS", "120"),
        DicomElement.Text(0x00180090, "DS", "500"),
        DicomElement.Text(0x00181000, "LO", "123456"),
        DicomElement.Text(0x00181020, "LO", "syngo VA40"),
        DicomElement.Text(0x00181030, "LO", "Thorax routine"),
        DicomElement.Text(0x00181100, "DS", "360"),
        DicomElement.Text(0x00181110, "DS", "1040"),
        DicomElement.Text(0x00181111, "DS", "570"),
        DicomElement.Text(0x00181120, "DS", "0"),
        DicomElement.Text(0x00181130, "DS", "148"),
        DicomElement.Text(0x00181140, "CS", "CW"),
        DicomElement.Text(0x00181150, "IS", "500"),
        DicomElement.Text(0x00181151, "IS", Text($"{180 + (number % 40)}")),
        DicomElement.Text(0x00181152, "IS", "90"),
        DicomElement.Text(0x00181160, "SH", "0"),
        DicomElement.Text(0x00181170, "IS", "60"),
        DicomElement.Text(0x00181190, "DS", "1.2"),
        DicomElement.Text(0x00181200, "DA", "20251230"),
        DicomElement.Text(0x00181201, "TM", "070102.000000"),
        DicomElement.Text(0x00181210, "SH", "B60f"),
        DicomElement.Text(0x00185100, "CS", "FFS"),
        DicomElement.Raw(0x00189306, "FD", new byte[8]),
        DicomElement.Raw(0x00189307, "FD", new byte[8]),
        DicomElement.Raw(0x00189309, "FD", new byte[8]),
        DicomElement.Raw(0x00189345, "FD", new byte[8]),
        DicomElement.UndefinedSequence(0x00189346, "SQ", Code("113691", "IEC Body Dosimetry Phantom")),
    ];

    private static DicomElement[] Image(int number) =>
    [
        DicomElement.Text(0x00200010, "SH", "4711"),
        DicomElement.Text(0x00200012, "IS", "3"),
        DicomElement.Text(0x00200020, "CS", @"L\P"),
        DicomElement.Text(0x00200032, "DS", Text($@"-179.6484375\-179.6484375\{-300 + (number % SlicesPerSeries)}.5")),
        DicomElement.Text(0x00200037, "DS", @"1\0\0\0\1\0"),
        DicomElement.Text(0x00200052, "UI", Root + ".5.1"),
        DicomElement.Text(0x00201040, "LO", ""),
        DicomElement.Text(0x00201041, "DS", Text($"{-300 + (number % SlicesPerSeries)}.5")),
        DicomElement.Text(0x00204000, "LT", "reconstructed"),
        DicomElement.Text(0x00280030, "DS", @"0.703125\0.703125"),
        DicomElement.UInt16(0x00280106, 0),
        DicomElement.UInt16(0x00280107, 4095),
        DicomElement.Text(0x00281050, "DS", @"-600\40"),
        DicomElement.Text(0x00281051, "DS", @"1200\400"),
        DicomElement.Text(0x00281052, "DS", "-1024"),
        DicomElement.Text(0x00281053, "DS", "1"),
        DicomElement.Text(0x00281055, "LO", @"WINDOW1\WINDOW2"),
        DicomElement.Text(0x00321060, "LO", "CT Thorax native"),
        DicomElement.Text(0x00400244, "DA", "20260102"),
        DicomElement.Text(0x00400245, "TM", "101010.000000"),
        DicomElement.Text(0x00400253, "SH", "PPS4711"),
        DicomElement.Sequence(
            0x00400275,
            [
                DicomElement.Text(0x00400007, "LO", "CT Thorax"),
                DicomElement.UndefinedSequence(0x00400008, "SQ", Code("CTTHO", "CT Thorax")),
            ]),
    ];

    private static DicomElement[] Vendor(int number) =>
    [
        DicomElement.Text(0x00190010, "LO", "ACME CT VA0"),
        DicomElement.Text(0x00191001, "IS", Text($"{number}")),
        DicomElement.Raw(0x00191010, "OB", new byte[512]),
        DicomElement.Text(0x00290010, "LO", "ACME CSA HEADER"),
        DicomElement.Text(0x00291008, "CS", "SOM 5"),
        DicomElement.Raw(0x00291010, "OB", new byte[3000]),
        DicomElement.UndefinedSequence(
            0x00291140,
            "SQ",
            [DicomElement.Text(0x00290010, "LO", "ACME"), DicomElement.Raw(0x00291043, "UN", new byte[64])]),
    ];

    private static DicomElement[] Code(string value, string meaning) =>
        [
            DicomElement.Text(0x00080100, "SH", value),
            DicomElement.Text(0x00080102, "SH", "DCM"),
            DicomElement.Text(0x00080104, "LO", meaning),
        ];

    private static DicomElement[] Reference(string sopClass, int number) =>
        [DicomElement.Text(0x00081150, "UI", sopClass), DicomElement.Text(0x00081155, "UI", Text($"{Root}.7.{number}"))];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
