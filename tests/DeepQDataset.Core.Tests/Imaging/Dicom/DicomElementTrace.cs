using System.Globalization;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.TestKit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

/// <summary>
/// Writes the nodes of a <see cref="DicomElementReader"/> as text: <c>{</c> and <c>}</c> are a sequence, <c>[</c> and <c>]</c> an item.
/// </summary>
internal static class DicomElementTrace
{
    /// <summary>Returns the nodes of a file's data set from a tag on, such as <c>00081140{ [ 00081155=1.2 ] }</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="first">The first tag to write down.</param>
    /// <param name="skipped">A tag whose sequence is skipped.</param>
    public static string Of(byte[] file, uint first = 0, uint skipped = 0)
    {
        using ForwardReader reader = new();
        using MemoryStream stream = new(file);
        reader.Reset(stream, file.Length);
        using DicomFile opened = DicomFile.Open(reader);
        List<string> nodes = [];
        while (opened.IsOpen && opened.Elements.Read())
        {
            if (nodes.Count > 0 || opened.Elements.Tag >= first)
            {
                nodes.Add(Node(opened.Elements, skipped));
            }
        }

        if (opened.FinalProblem is { } problem)
        {
            nodes.Add($"{problem.Kind}: {problem.Detail}");
        }

        return string.Join(' ', nodes);
    }

    /// <summary>Returns the same for a file that is built.</summary>
    public static string Of(DicomBuilder file, uint first = 0, uint skipped = 0) => Of(file.Build(), first, skipped);

    private static string Node(DicomElementReader elements, uint skipped)
    {
        string tag = elements.Tag.ToString("X8", CultureInfo.InvariantCulture);
        switch (elements.Kind)
        {
            case DicomNodeKind.SequenceStart when elements.Tag == skipped: return elements.Skip() ? tag + "{…}" : tag + "{";
            case DicomNodeKind.SequenceStart: return tag + "{";
            case DicomNodeKind.ItemStart: return "[";
            case DicomNodeKind.ItemEnd: return "]";
            case DicomNodeKind.SequenceEnd: return "}";
            case DicomNodeKind.PixelData when elements.Length is null: return tag + "<";
            case DicomNodeKind.FragmentsEnd: return ">";
            case DicomNodeKind.Fragment: return string.Create(CultureInfo.InvariantCulture, $"{elements.Length}");
            case DicomNodeKind.Opaque: return "opaque" + Length(elements);
            default: return tag + (elements.Length > 12 ? Length(elements) : "=" + Value(elements));
        }
    }

    private static string Length(DicomElementReader elements) => string.Create(CultureInfo.InvariantCulture, $":{elements.Length}");

    private static string Value(DicomElementReader elements) =>
        elements.TryTakeValue(12, out ReadOnlySpan<byte> value) ? DicomValue.ToText(value) : "?";
}
