using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Privacy;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Privacy;

/// <summary>Writes files into <c>in</c>, protects them into <c>out</c>, and reads what came out of it.</summary>
public abstract class ProtectionTestBase : IDisposable
{
    /// <summary>Gets a folder of the test's own.</summary>
    protected TempFolder Folder { get; } = new();

    /// <summary>Options with a key that is always the same.</summary>
    internal static ProtectionOptions Options { get; } = new() { Key = ProtectionKey.From("a secret") };

    /// <inheritdoc/>
    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Protects one file.</summary>
    protected DqProtection ProtectOne(DicomBuilder file, ProtectionOptions? options = null) => ProtectOne(file.Build(), options);

    /// <summary>Protects one file.</summary>
    protected DqProtection ProtectOne(byte[] file, ProtectionOptions? options = null)
    {
        Put("one.dcm", file);
        ProtectionOutcome outcome = Assert.Single(Protect(options));
        Assert.Null(outcome.Failure);
        Assert.Null(outcome.LeftOut);
        return outcome.Protection!;
    }

    /// <summary>Writes a source file.</summary>
    protected void Put(string name, byte[] file)
    {
        string path = Folder["in/" + name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, file);
    }

    /// <summary>Protects all source files.</summary>
    protected ProtectionOutcome[] Protect(ProtectionOptions? options = null, string destination = "out") =>
        new DicomProtector(Folder[destination], options ?? Options)
            .Protect(Folder["in"], progress: null, TestContext.Current.CancellationToken)
            .ToArray();

    /// <summary>
    /// All elements of a copy as <c>path=value</c>, the tags of sequences joined by slashes; text values as text, others in
    /// hexadecimal.
    /// </summary>
    protected static Dictionary<string, string> Read(DqProtection protection) => Read(File.ReadAllBytes(protection.DestinationPath));

    /// <summary>All elements of a file.</summary>
    protected static Dictionary<string, string> Read(byte[] file)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        List<string> path = [];
        using ForwardReader reader = new();
        reader.Reset(new MemoryStream(file), file.Length);
        using DicomFile dicom = DicomFile.Open(reader);
        Assert.Null(dicom.Problem);
        DicomElementReader elements = dicom.Elements!;
        while (elements.Read())
        {
            switch (elements.Kind)
            {
                case DicomNodeKind.SequenceStart:
                    found[string.Concat(path) + elements.Tag.ToString("X8")] = "";
                    path.Add(elements.Tag.ToString("X8") + "/");
                    break;
                case DicomNodeKind.SequenceEnd:
                    path.RemoveAt(path.Count - 1);
                    break;
                case DicomNodeKind.Element or DicomNodeKind.PixelData or DicomNodeKind.Fragment:
                    elements.TryTakeValue(ForwardReader.BufferSize, out ReadOnlySpan<byte> value);
                    bool isText =
                        !value.ContainsAnyExceptInRange((byte)' ', (byte)'~')
                        || ValueRepresentation.IsText(elements.Vr)
                        || elements.Vr == ValueRepresentation.UI;
                    string key = string.Concat(path) + elements.Tag.ToString("X8");
                    found[key] = found.GetValueOrDefault(key) + (isText ? DicomValue.ToText(value) : Convert.ToHexString(value));
                    break;
            }
        }

        Assert.Null(dicom.FinalProblem);
        return found;
    }
}
