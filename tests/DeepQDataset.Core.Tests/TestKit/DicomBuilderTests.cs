using System.Diagnostics;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.TestKit;

/// <summary>Other programs read what the tests' DICOM writer writes. Skipped where they are not installed.</summary>
public sealed class DicomBuilderTests
{
    private static readonly DicomElement[] Inner =
        [DicomElement.Text(0x00080100, "SH", "X"), DicomElement.Sequence(0x00081140, [DicomElement.Text(0x00081155, "UI", "1.2.3")])];

    private static readonly DicomElement[] Nested =
    [
        DicomElement.Sequence(0x00081111, Inner),
        DicomElement.UndefinedSequence(0x00081115, "SQ", Inner, Inner),
        DicomElement.Text(0x00090010, "LO", "ACME"),
        DicomElement.Raw(0x00091001, "UN", [1, 2, 3, 4]),
    ];

    /// <summary>The first of the path may be a version of its own, without the system's packages.</summary>
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    private const string PydicomScript = """
        import sys, warnings
        warnings.simplefilter('error')
        import pydicom
        for path in sys.argv[1:]:
            dataset = pydicom.dcmread(path)
            print(sum(1 for _ in dataset.iterall()))
            if dataset.file_meta.TransferSyntaxUID.is_compressed: assert len(dataset.PixelData) > 0
            else: print(dataset.pixel_array.shape)
        """;

    private static readonly string[] Syntaxes =
    [
        DicomSyntax.ImplicitLittleEndian, DicomSyntax.ExplicitLittleEndian, DicomSyntax.ExplicitBigEndian, DicomSyntax.DeflatedLittleEndian,
        DicomSyntax.JpegBaseline, DicomSyntax.RunLength,
    ];

    [Fact]
    public void Dcmdump_reads_them_without_complaint() => Witness("dcmdump", "+E");

    [Fact]
    public void Pydicom_reads_them_without_complaint()
    {
        string? python = Pythons.FirstOrDefault(program => TryRun(program, ["-c", "import pydicom"], out _));
        Assert.SkipWhen(python is null, "No Python with pydicom is installed.");
        Witness(python, "-c", PydicomScript);
    }

    private static void Witness(string program, params string[] arguments)
    {
        using TempFolder folder = new();
        List<string> paths = [];
        foreach (string syntax in Syntaxes)
        {
            Add(new DicomBuilder { TransferSyntax = syntax, Seed = 1 });
            Add(new DicomBuilder { TransferSyntax = syntax, Seed = 2, Elements = Nested });
            Add(new DicomBuilder { TransferSyntax = syntax, Seed = 3, BitsAllocated = 8, SamplesPerPixel = 3, Frames = 2 });
        }

        bool isThere = TryRun(program, [.. arguments, .. paths], out (int ExitCode, string Complaint) outcome);

        Assert.SkipUnless(isThere || outcome.ExitCode != -1, $"{program} is not installed.");
        Assert.Equal("", outcome.Complaint);
        Assert.Equal(0, outcome.ExitCode);

        void Add(DicomBuilder file)
        {
            paths.Add(folder[$"{paths.Count}.dcm"]);
            File.WriteAllBytes(paths[^1], file.Build());
        }
    }

    private static bool TryRun(string program, string[] arguments, out (int ExitCode, string Complaint) outcome)
    {
        ProcessStartInfo start = new(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> complaint = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            outcome = (process.ExitCode, complaint.GetAwaiter().GetResult());
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            outcome = (-1, "");
            return false;
        }
    }
}
