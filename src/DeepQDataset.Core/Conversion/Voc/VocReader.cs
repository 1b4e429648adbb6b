using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace DeepQDataset.Conversion.Voc;

/// <summary>
/// Reads a VOC file. Only direct children count, since a <c>part</c> of an object also has a name and a box but is not an object. Document
/// types are refused, so nothing outside of the file is read.
/// </summary>
internal static partial class VocReader
{
    private const int MaximumDepth = 64;
    private const int MaximumCharacters = 64 * 1024 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaximumCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="path">The name to use in messages.</param>
    /// <param name="log">Receives invalid objects.</param>
    /// <returns>The content; null if the XML is not VOC.</returns>
    /// <exception cref="DatasetException">The file is not valid XML.</exception>
    public static VocFile? Read(Stream stream, string path, ConversionLog log)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(stream, Settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "annotation")
            {
                return null;
            }

            VocFile file = new(path);
            foreach (string name in Children(reader))
            {
                switch (name)
                {
                    case "filename":
                        file.FileName = Text(reader) is { Length: > 0 } text ? text : null;
                        break;
                    case "database": // beside source, as some tools write it
                        file.IsOfficial |= OfficialSet().IsMatch(Text(reader));
                        break;
                    case "source":
                        ReadSource(reader, file);
                        break;
                    case "size":
                        ReadSize(reader, file);
                        break;
                    case "object":
                        ReadObject(reader, file, log);
                        break;
                    default:
                        break;
                }
            }

            while (Step(reader))
            {
                // Read to the end to find errors there.
            }

            return file;
        }
        catch (XmlException exception)
        {
            throw ConversionErrors.InvalidXml(path, exception);
        }
    }

    [GeneratedRegex(@"\bVOC ?20[0-9]{2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfficialSet();

    /// <summary>
    /// Returns the names of the direct children of an element. The reader is positioned on each; unread content is skipped.
    /// </summary>
    private static IEnumerable<string> Children(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            yield break;
        }

        int depth = reader.Depth;
        Step(reader);
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth > depth + 1)
            {
                Step(reader);
                continue;
            }

            int line = ((IXmlLineInfo)reader).LineNumber;
            int column = ((IXmlLineInfo)reader).LinePosition;
            yield return reader.LocalName;
            if (reader.NodeType == XmlNodeType.Element && ((IXmlLineInfo)reader).LineNumber == line
                && ((IXmlLineInfo)reader).LinePosition == column)
            {
                Skip(reader);
            }
        }
    }

    /// <summary>Skips an element with its content.</summary>
    private static void Skip(XmlReader reader)
    {
        if (!reader.IsEmptyElement)
        {
            int depth = reader.Depth;
            while (Step(reader) && reader.Depth > depth)
            {
            }
        }

        Step(reader);
    }

    /// <summary>Moves to the next node. Refuses excessive depth, which would exhaust memory.</summary>
    private static bool Step(XmlReader reader) => reader.Depth > MaximumDepth
        ? throw new XmlException(
            "Elements are nested too deep", null, ((IXmlLineInfo)reader).LineNumber, ((IXmlLineInfo)reader).LinePosition)
        : reader.Read();

    /// <summary>Returns the text of an element without that of its children, and moves the reader to its end.</summary>
    private static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        int depth = reader.Depth;
        StringBuilder text = new();
        while (Step(reader) && reader.Depth > depth)
        {
            if (reader.Depth == depth + 1 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                text.Append(reader.Value);
            }
        }

        return text.ToString().Trim();
    }

    private static void ReadSource(XmlReader reader, VocFile file)
    {
        foreach (string name in Children(reader))
        {
            if (name == "database")
            {
                file.IsOfficial |= OfficialSet().IsMatch(Text(reader));
            }
        }
    }

    private static void ReadSize(XmlReader reader, VocFile file)
    {
        (double? width, double? height) = (null, null);
        foreach (string name in Children(reader))
        {
            (width, height) = name switch
            {
                "width" => (Number(Text(reader)), height),
                "height" => (width, Number(Text(reader))),
                _ => (width, height),
            };
        }

        if (width is >= 1 and <= int.MaxValue && height is >= 1 and <= int.MaxValue)
        {
            file.Declared = new ImageSize((int)width, (int)height);
        }
    }

    private static void ReadObject(XmlReader reader, VocFile file, ConversionLog log)
    {
        file.HasObjects = true;
        int line = ((IXmlLineInfo)reader).LineNumber;
        string label = "";
        string?[]? corners = null;
        foreach (string name in Children(reader))
        {
            if (name == "name")
            {
                label = Text(reader);
            }
            else if (name == "bndbox" && corners is null)
            {
                corners = ReadCorners(reader);
            }
        }

        if (label.Length == 0)
        {
            log.Add(ConversionReasons.ClassMissing, file.Path, line, "the object has no name");
            return;
        }

        if (corners is null)
        {
            log.Add(VocReasons.BoxMissing, file.Path, line, $"'{label}' has no bndbox");
            return;
        }

        double[] numbers = new double[4];
        for (int index = 0; index < numbers.Length; index++)
        {
            if (corners[index] is not string text || Number(text) is not double number)
            {
                log.Add(VocReasons.BoxInvalid, file.Path, line,
                    $"'{label}' has {(corners[index] is null ? "no" : $"'{corners[index]}' as")} {CornerNames[index]}");
                return;
            }

            numbers[index] = number;
            file.CountsFromZero |= number == 0 || text.Contains('.', StringComparison.Ordinal);
        }

        file.Objects.Add(new VocObject(label, numbers[0], numbers[1], numbers[2], numbers[3], line));
    }

    private static readonly string[] CornerNames = ["xmin", "ymin", "xmax", "ymax"];

    private static string?[] ReadCorners(XmlReader reader)
    {
        string?[] corners = new string?[4];
        foreach (string name in Children(reader))
        {
            int index = Array.IndexOf(CornerNames, name);
            if (index >= 0)
            {
                corners[index] ??= Text(reader);
            }
        }

        return corners;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
