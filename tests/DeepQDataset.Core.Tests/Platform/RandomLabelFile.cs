using System.Globalization;
using System.IO.Compression;
using DeepQDataset.TestKit;

namespace DeepQDataset.Core.Tests.Platform;

/// <summary>Label files of all tasks, most of them with one or two faults, beside images that some of their names mean.</summary>
internal sealed class RandomLabelFile(int seed)
{
    private const int Width = 32;
    private const int Height = 20;

    private static readonly string[] Images = ["a.png", "b.png", "c.png", "d.png", "e_f.png", "sub/a.png", "影像.png", "turned.jpg"];

    private static readonly string[] WrongNames =
    [
        "A.png", "a", " a.png", "a.png ", "", "NA", "cut.jpg", "cut.png", "text.png", "z.png", "./a.png", "sub/../b.png", "none/../b.png",
        "image/a.png", "a.png/", "sub//a.png", "null", "/a.png",
    ];

    private static readonly string[] WrongClasses =
        ["z", "NA", "", "negative", "nothing to label", " x", "x ", "001", "\"x\"", "\"a,b\"", "\"q\"\"r\"", "None", "a/b", "類"];

    private static readonly string[] WrongNumbers =
    [
        "0", "1", "5", "32", "20", "31.9", "0.1", "33", "-1", "-0.1", "", "NA", " 4 ", "\"3\"", "1e1", "abc", " ", "inf", "-Infinity",
        "+2", ".5", "1.", "20.1", "31.999", "19.87654", "99999999999999999999", "1_0", "nan", "0x1", "1e", "--1",
    ];

    private readonly Random _random = new(seed);
    private readonly byte[] _png = new PngBuilder { Width = Width, Height = Height }.Build();
    private readonly byte[] _jpeg = new JpegBuilder { Width = Height, Height = Width, Orientation = 6 }.Build();
    private int _datasets;

    /// <summary>
    /// Returns a dataset with this label.csv: images in <c>image/</c>, beside label.csv, or all of it in an enclosing folder.
    /// </summary>
    public DatasetBuilder Dataset(string label)
    {
        int form = _datasets++ % 3;
        string folder = form == 1 ? "" : "image/";
        DatasetBuilder dataset = new DatasetBuilder().Text("label.csv", label);
        foreach (string image in Images)
        {
            dataset.File(folder + image, image.EndsWith(".png", StringComparison.Ordinal) ? _png : _jpeg);
        }

        dataset.File(folder + "cut.png", _png[..^12]).File(folder + "cut.jpg", _jpeg[..^40]).Text(folder + "text.png", "hello");
        return form == 2 ? dataset.Wrapped("enclosing") : dataset;
    }

    /// <summary>Returns the text of a label.csv.</summary>
    public string Next()
    {
        List<List<string>> rows = Rows();
        for (int faults = _random.Next(3); faults > 0; faults--)
        {
            Spoil(rows);
        }

        if (_random.Next(4) == 0)
        {
            _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows));
        }

        // pandas fails on white space at the start of a line if all lines end with CR alone.
        bool beginsWithSpace = rows.Exists(row => row[0].StartsWith(' ') || row[0].StartsWith('\t'));
        string end = Pick("\n", "\n", "\n", "\r\n", beginsWithSpace ? "\n" : "\r");
        string mark = _random.Next(20) == 0 ? "\uFEFF" : "";
        return mark + string.Join(end, rows.Select(row => string.Join(',', row))) + Pick("", end, end, end + end);
    }

    private List<List<string>> Rows()
    {
        string[] images = [.. Images.OrderBy(_ => _random.Next()).Take(_random.Next(1, Images.Length))];
        string[] classes = [.. new[] { "x", "y", "z w", "001" }.OrderBy(_ => _random.Next()).Take(_random.Next(1, 4))];
        int task = _random.Next(4);
        return [.. images.SelectMany(image => task switch
        {
            0 => [[image, Pick(classes)]],
            1 => classes.Select(name => (List<string>)[image, name, Pick("0", "1")]),
            2 => classes.Select(name => (List<string>)[image, name, "32", "20", Pick("", Mask(80), Mask(80))]),
            _ => Boxes(image, classes),
        })];
    }

    private IEnumerable<List<string>> Boxes(string image, string[] classes)
    {
        if (_random.Next(4) == 0)
        {
            yield return [image, Pick("nothing to label", "nothing to label", "negative"), "", "", "", ""];
            yield break;
        }

        int unit = Pick(1, 10, 100, 1000);
        for (int count = _random.Next(1, 4); count > 0; count--)
        {
            int x = _random.Next(Width * unit);
            int y = _random.Next(Height * unit);
            int width = Pick((Width * unit) - x, _random.Next(1, (Width * unit) - x + 1));
            int height = Pick((Height * unit) - y, _random.Next(1, (Height * unit) - y + 1));
            IEnumerable<string> box = new[] { x, y, width, height }
                .Select(value => ((decimal)value / unit).ToString(CultureInfo.InvariantCulture));
            yield return [image, Pick(classes), .. box];
        }
    }

    private void Spoil(List<List<string>> rows)
    {
        int at = _random.Next(rows.Count);
        List<string> row = rows[at];
        int field = _random.Next(row.Count);
        switch (_random.Next(11))
        {
            case 0:
                row[0] = Pick(WrongNames);
                break;
            case 1 or 2:
                row[Math.Min(1, row.Count - 1)] = Pick(WrongClasses);
                break;
            case 3 or 4:
                row[^1] = row.Count == 5
                    ? Pick("NA", Mask(79), Mask(90), Mask(80)[..^3], Mask(80) + "==x", "!" + Mask(80), "123", "x", "abcd")
                    : Pick(WrongNumbers);
                break;
            case 5:
                row[Math.Min(row.Count - 1, _random.Next(2, 6))] = Pick(WrongNumbers);
                break;
            case 6 when rows.Count > 1:
                rows.RemoveAt(at);
                break;
            case 7:
                rows.Add([.. row]);
                break;
            case 8:
                rows[at] = row[.._random.Next(1, row.Count + 1)];
                break;
            case 9:
                rows.Insert(
                    at,
                    Pick<List<string>>([""], ["  "], ["\t"], [.. row.Select(_ => "")], ["name", "class", .. row.Skip(2).Select(_ => "v")]));
                break;
            default:
                string text = row[field];
                row[field] = Pick(
                    text + " ", "\t" + text, $"\"{text}\"", $" \"{text}\"", $"\"{text}\" ", text + "\"", "\"" + text,
                    $"\"{text}\n\"", text + "\0z");
                break;
        }
    }

    private string Mask(int length)
    {
        byte[] bits = new byte[length];
        _random.NextBytes(bits);
        using MemoryStream packed = new();
        using (ZLibStream deflater = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflater.Write(bits);
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
