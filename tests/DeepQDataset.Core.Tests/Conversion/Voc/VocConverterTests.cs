using System.Diagnostics;
using DeepQDataset.Conversion.Voc;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Voc;

public sealed class VocConverterTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Collecting _collecting = new();

    public void Dispose() => _folder.Dispose();

    // Counted from 0 with the last pixel excluded, a corner is an edge: x = xmin, width = xmax − xmin.
    [Fact]
    public void Counted_from_0_the_width_is_the_difference()
    {
        Add("a", Item("cat", "10", "5", "40", "25"));

        Assert.Equal(["a.png: cat 10 5 30 20"], Convert(VocOrigin.Zero));
    }

    // Counted from 1 with the last pixel included, as the development kit does: the first column is 1, whose left edge is 0, and the box
    // from column 1 to column 40 is 40 columns wide: x = xmin − 1, width = xmax − xmin + 1.
    [Fact]
    public void Counted_from_1_the_last_pixel_belongs_to_the_box()
    {
        Add("a", Item("cat", "1", "5", "40", "25"));

        Assert.Equal(["a.png: cat 0 4 40 21"], Convert(VocOrigin.One));
    }

    [Theory]
    [InlineData("<source><database>The VOC2007 Database</database></source>", "cat 9 4 31 21")] // official: counted from 1
    [InlineData("<database>VOC2012</database>", "cat 9 4 31 21")]
    [InlineData("<source><database>Unknown</database></source>", "cat 10 5 30 20")]
    [InlineData("<folder>VOC2007</folder>", "cat 10 5 30 20")] // a folder is called so by many tools' defaults
    public void Auto_takes_the_official_database_for_counted_from_1(string source, string expected)
    {
        Add("a", source + Item("cat", "10", "5", "40", "25"));

        Assert.Equal(["a.png: " + expected], Convert());
    }

    [Theory]
    [InlineData("0", "3")] // nothing is 0 where the first pixel is 1
    [InlineData("2.5", "3")] // the development kit writes whole numbers
    [InlineData("2.0", "3")]
    public void Auto_takes_a_0_or_decimals_anywhere_in_the_set_for_counted_from_0(string left, string right)
    {
        Add("a", Item("cat", "10", "5", "40", "25"));
        Add("b", Item("dog", left, "1", right, "2"));

        Assert.Equal("a.png: cat 10 5 30 20", Convert()[0]);
        Assert.Empty(_collecting.Remarks);
    }

    [Fact]
    public void Auto_says_so_where_nothing_tells()
    {
        Add("a", Item("cat", "10", "5", "40", "25"));

        Assert.Equal(["a.png: cat 10 5 30 20"], Convert());
        Assert.Equal(["OriginAssumed"], _collecting.Ids);
        Assert.Equal(0, _collecting.Log.Losses);
    }

    [Fact]
    public void The_database_decides_before_single_coordinates()
    {
        Add("a", "<source><database>The VOC2010 Database</database></source>" + Item("cat", "10", "5", "40", "25"));
        Add("b", Item("dog", "45.7", "1", "50", "2")); // VOC2012 has some like that

        Assert.Equal(["a.png: cat 9 4 31 21", "b.png: dog 44.7 0 5.3 2"], Convert());
    }

    [Fact]
    public void Parts_of_objects_are_no_objects_and_the_order_of_fields_is_free()
    {
        Add("a", """
            <object>
              <part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></part>
              <bndbox><ymax> 25 </ymax><xmax>40</xmax><ymin>5</ymin><xmin>10</xmin></bndbox>
              <pose/><part><name>hand</name></part><!-- a comment --><name>cat</name><difficult>1</difficult>
            </object>
            """);

        Assert.Equal(["a.png: cat 10 5 30 20"], Convert(VocOrigin.Zero));
        Assert.Empty(_collecting.Remarks);
    }

    [Fact]
    public void The_line_of_an_object_is_known()
    {
        Add("a", "\n\n" + Item("cat", "10", "5", "40", "25"));

        Assert.Equal(4, ConvertAll(VocOrigin.Zero)[0].Line); // 1: the declaration and the root, 3 line ends before the object
    }

    [Fact]
    public void An_image_without_objects_holds_nothing()
    {
        Add("a", "");

        Assert.Equal(["a.png: nothing"], Convert());
        Assert.Empty(_collecting.Remarks);
    }

    [Theory]
    [InlineData("<object><name>cat</name></object>", "BoxMissing")]
    [InlineData("<object><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></object>", "ClassMissing")]
    [InlineData("<object><name>cat</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax></bndbox></object>", "BoxInvalid")]
    [InlineData(
        "<object><name>cat</name><bndbox><xmin>1</xmin><ymin>one</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></object>", "BoxInvalid")]
    [InlineData(
        "<object><name>cat</name><bndbox><xmin>5</xmin><ymin>1</ymin><xmax>5</xmax><ymax>2</ymax></bndbox></object>", "BoxDegenerate")]
    [InlineData(
        "<object><name>cat</name><bndbox><xmin>9</xmin><ymin>1</ymin><xmax>5</xmax><ymax>2</ymax></bndbox></object>", "BoxDegenerate")]
    [InlineData(
        "<object><name>cat</name><bndbox><xmin>100</xmin><ymin>1</ymin><xmax>105</xmax><ymax>2</ymax></bndbox></object>", "BoxOutside")]
    public void What_makes_no_sense_is_left_out_and_counted(string item, string reason)
    {
        Add("a", item);

        Assert.Equal(["a.png"], Convert(VocOrigin.Zero));
        Assert.Equal([reason], _collecting.Ids);
    }

    [Fact]
    public void A_box_is_clipped_by_the_true_size_and_a_wrong_declared_size_told_of()
    {
        Add("a", "<size><width>200</width><height>50</height></size>" + Item("cat", "90", "0", "120", "10"));

        Assert.Equal(["a.png: cat 90 0 10 10"], Convert());
        Assert.Equal(["SizeDisagrees", "BoxClipped"], _collecting.Ids);
    }

    [Theory]
    [InlineData("a.png")]
    [InlineData("a")] // without extension
    [InlineData("a.jpg")] // converted meanwhile
    [InlineData("another.png")] // renamed together with the XML
    [InlineData("C:\\images\\a.png")]
    [InlineData("")]
    public void The_image_is_found_by_the_file_name_or_else_by_the_name_of_the_XML(string fileName)
    {
        Add("a", $"<filename>{fileName}</filename>", fileName: "");

        Assert.Equal(_folder["set/JPEGImages/a.png"], Assert.Single(ConvertAll()).SourcePath);
    }

    [Fact]
    public void Masks_of_the_same_name_are_not_the_image()
    {
        Add("a", "<filename>a</filename>", fileName: "");
        new DatasetBuilder().File("SegmentationClass/a.png", Image()).WriteFolder(_folder["set"]);

        Assert.Equal(_folder["set/JPEGImages/a.png"], Assert.Single(ConvertAll()).SourcePath);
    }

    [Theory]
    [InlineData("<annotation>\n <object>\n</annotation>", "InvalidXml", "line 3, column 3:")]
    [InlineData("<annotation>\n", "InvalidXml", "line 2, column 1:")]
    [InlineData("", "InvalidXml", "line 1, column 1:")]
    [InlineData("<!DOCTYPE annotation [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><annotation><folder>&x;</folder></annotation>",
        "InvalidXml", "document type")]
    [InlineData("<plist/>", "NoVoc", "root 'annotation'")]
    public void A_file_that_is_no_VOC_is_an_error_that_names_the_place(string xml, string errorId, string place)
    {
        new DatasetBuilder().Text("a.xml", xml).WriteFolder(_folder["set"]);
        DatasetException exception = Assert.Throws<DatasetException>(() => ConvertAll(path: "set/a.xml"));

        Assert.Equal(errorId, exception.ErrorId);
        Assert.Contains(_folder["set/a.xml"], exception.Message, StringComparison.Ordinal);
        Assert.Contains(place, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Depths_that_are_there_to_exhaust_memory_are_an_error()
    {
        new DatasetBuilder().Text("a.xml", "<annotation>" + string.Concat(Enumerable.Repeat("<a>", 100_000))).WriteFolder(_folder["set"]);

        Assert.Contains(
            "nested too deep", Assert.Throws<DatasetException>(() => ConvertAll(path: "set/a.xml")).Message, StringComparison.Ordinal);
    }

    /// <summary>Comments split a text into pieces. A million of them took minutes when each piece copied all those before it.</summary>
    [Fact]
    public void A_text_in_very_many_pieces_takes_no_longer_than_one()
    {
        Add("a", Item(string.Concat(Enumerable.Repeat("abcdefgh<!---->", 1_000_000)), "0", "5", "40", "25"));
        Stopwatch watch = Stopwatch.StartNew();

        Assert.Equal(8_000_000, Assert.Single(ConvertAll()).Class!.Length);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void In_a_folder_a_broken_file_does_not_keep_the_others_back()
    {
        Add("a", Item("cat", "0", "5", "40", "25"));
        new DatasetBuilder().Text("Annotations/b.xml", "<annotation").Text("settings.xml", "<plist/>").WriteFolder(_folder["set"]);

        Assert.Equal(["a.png: cat 0 5 40 20"], Convert());
        Assert.Equal(["InvalidXml"], _collecting.Log.Failures.Select(failure => failure.ErrorId));
    }

    [Fact]
    public void A_zip_gives_the_same_as_the_folder()
    {
        string zip = new DatasetBuilder().Text("VOC/Annotations/a.xml", Xml("a.png", Item("cat", "0", "5", "40", "25")))
            .File("VOC/JPEGImages/a.png", Image()).WriteZip(_folder["set.zip"]);
        DqLabel label = Assert.Single(ConvertAll(path: "set.zip"));

        Assert.Equal(("a.png: cat 0 5 40 20", zip, "VOC/JPEGImages/a.png"), (Converted.Text(label), label.SourcePath, label.SourceEntry));
    }

    private static byte[] Image() => new PngBuilder { Width = 100, Height = 50 }.Build();

    private static string Item(string name, string left, string top, string right, string bottom) =>
        $"<object><name>{name}</name><bndbox><xmin>{left}</xmin><ymin>{top}</ymin>"
        + $"<xmax>{right}</xmax><ymax>{bottom}</ymax></bndbox></object>";

    private static string Xml(string fileName, string content) =>
        $"<?xml version=\"1.0\"?><annotation>\n{(fileName.Length > 0 ? $"<filename>{fileName}</filename>" : "")}{content}</annotation>";

    private void Add(string name, string content, string? fileName = null) => new DatasetBuilder()
        .Text($"Annotations/{name}.xml", Xml(fileName ?? $"{name}.png", content)).File($"JPEGImages/{name}.png", Image()).WriteFolder(
            _folder["set"]);

    private string[] Convert(VocOrigin origin = VocOrigin.Auto) => ConvertAll(origin).Select(Converted.Text).ToArray();

    private DqLabel[] ConvertAll(VocOrigin origin = VocOrigin.Auto, string path = "set") => VocConverter
        .Convert(_folder[path], new VocOptions { Origin = origin }, _collecting.Log, null, TestContext.Current.CancellationToken).ToArray();
}
