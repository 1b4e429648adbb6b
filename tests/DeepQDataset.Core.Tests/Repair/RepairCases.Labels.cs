using System.Globalization;
using System.Text;
using DeepQDataset.TestKit;

namespace DeepQDataset.Core.Tests.Repair;

/// <content>Label files, of LabelMe too.</content>
internal static partial class RepairCases
{
    private static IEnumerable<RepairCase> Labels()
    {
        yield return RepairCase.Of("DQ501", "UTF-16", Datasets.Classification().File("label.csv", Encoding.Unicode.GetBytes(OneHot)));
        yield return RepairCase.Of(
            "DQ501",
            "Big5",
            Datasets
                .Classification()
                .File(
                    "label.csv",
                    Big5.GetBytes(
                        OneHot.Replace("Class A", "肺炎", StringComparison.Ordinal).Replace("Class B", "正常", StringComparison.Ordinal))));
        yield return Label("DQ502", "a byte order mark", "\uFEFF" + OneHot);
        yield return Label("DQ503", "a header", "image,class,value\n" + OneHot);
        yield return Label("DQ504", "semicolons", OneHot.Replace(',', ';'));
        yield return Boxes("DQ504", "decimal commas", "1,5;2,5;3,5;4,5", ';');
        yield return Boxes("DQ504", "decimal commas between commas", "1,5,2,5,3,5,4,5", ',');
        yield return Label("DQ506", "two columns", "image001,A\nimage002,A\nimage003,A\nimage004,B\nimage005,B\nimage006,B\n");
        yield return Label("DQ509", "a number", OneHot.Replace("Class A", "001", StringComparison.Ordinal));
        foreach (string name in new[] { "Image001", "image001.PNG", "image001.jpg", "image/image001", @"chest\image001.png" })
        {
            yield return Label("DQ513", name, OneHot.Replace("image001,", name + ",", StringComparison.Ordinal));
        }

        yield return RepairCase.Of(
            "DQ513",
            "a study",
            Datasets
                .Studies()
                .Text(
                    "label.csv",
                    Encoding
                        .UTF8.GetString(Datasets.Studies().Entries["label.csv"]!)
                        .Replace("Study1/Series1/image001", @"Study1\Series1\image001", StringComparison.Ordinal)));
        yield return Boxes("DQ515", "over an edge", "-3,2,10,5", ',');
        yield return Label("DQ517", "a row", OneHot + "image001.png,Class A,1\n");
        yield return Boxes("DQ517", "a box", "1,2,3,4\na1,x,1.0,2,3,4", ',');
        yield return Label(
            "DQ518",
            "a class",
            OneHot
                .Replace("image001,Class B,0\n", "", StringComparison.Ordinal)
                .Replace("image005,Class A,0\n", "", StringComparison.Ordinal));
        yield return Label("DQ522", "white space", OneHot.Replace("Class A", " Class A", StringComparison.Ordinal));
        yield return Label("DQ524", "a blank line", OneHot.Replace("image002,Class A", "\n \nimage002,Class A", StringComparison.Ordinal));
        yield return Boxes("DQ526", "corners", "60,20,90,40", ',') with { CornerBoxes = true };
        yield return Label("DQ528", "the same twice", SingleLabel + "image006.png,Class B\n") with { Platform = DqPlatform.Edition30 };
        yield return Label("DQ529", "no value", OneHot.Replace("Class B", "NA", StringComparison.Ordinal));
        yield return Label("DQ530", "no extension", SingleLabel.Replace(".png", "", StringComparison.Ordinal)) with
        {
            Platform = DqPlatform.Edition30,
        };
        yield return Label(
            "DQ531",
            "a name alone",
            OneHot
                .Replace("image006,Class A,0\nimage006,Class B,1\n", "image006.png\n", StringComparison.Ordinal)
                .Replace("image003,Class A,1\nimage003,Class B,0", "image003,Class A,1\nimage003,Class B,1", StringComparison.Ordinal));
    }

    private static IEnumerable<RepairCase> LabelMe()
    {
        DatasetBuilder With(string imagePath) =>
            Datasets.LabelMe().Text("image001.json", Datasets.LabelMeFile(1, imagePath: imagePath).Build());
        yield return RepairCase.Of("DQ804", "a drive", With("C:\\\\data\\\\image001.png"));
        yield return RepairCase.Of("DQ804", "a root", With("/data/image001.png").Wrapped("chest"));
        yield return RepairCase.Of("DQ804", "backslashes", With("..\\\\images\\\\image001.png"));
        yield return RepairCase.Of(
            "DQ804",
            "an embedded image",
            Datasets
                .LabelMe()
                .Remove("image001.png")
                .Text("image001.json", Datasets.LabelMeFile(1, Datasets.Image(1), "D:\\\\x\\\\image001.png").Build()));
        yield return RepairCase.Of(
            "DQ204", "of an annotated image",
            Datasets.LabelMe().Remove("image001.json").Remove("image001.png").File("left lung.png", Datasets.Image(1))
                .Text("left lung.json", Datasets.LabelMeFile(1, imagePath: "left lung.png").Build()),
            "left_lung.png", "left_lung.json");
        yield return RepairCase.Of(
            "DQ104", "of LabelMe", Datasets.LabelMe().Wrapped("b").Wrapped("a"), "image001.json", "image001.png");
    }

    private static string SingleLabel =>
        string.Concat(Enumerable.Range(1, 6).Select(number => $"image00{number}.png,Class {(number < 4 ? 'A' : 'B')}\n"));

    private static RepairCase Label(string ruleId, string name, string labels) =>
        RepairCase.Of(ruleId, name, Datasets.Classification().Text("label.csv", labels));

    /// <summary>Four images of 100 × 50 pixels with one box each, of which three are fine.</summary>
    private static RepairCase Boxes(string ruleId, string name, string box, char delimiter)
    {
        string[] boxes =
            ruleId == "DQ526"
                ? [box, "50,30,70,40", "10,10,20,20", "70,30,80,40"]
                : [box, .. Enumerable.Repeat(ruleId == "DQ504" ? box : "1,2,3,4", 3)];
        StringBuilder labels = new();
        DatasetBuilder dataset = new();
        for (int number = 1; number <= boxes.Length; number++)
        {
            dataset.File($"image/a{number}.png", new PngBuilder { Width = 100, Height = 50, Seed = number }.Build());
            labels.Append(CultureInfo.InvariantCulture, $"a{number}{delimiter}x{delimiter}{boxes[number - 1]}\n");
        }

        return RepairCase.Of(ruleId, name, dataset.Text("label.csv", labels.ToString()));
    }

}
