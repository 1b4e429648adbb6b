using System.Text;
using DeepQDataset.Labels;
using Xunit;

namespace DeepQDataset.Core.Tests.Labels.Parsing;

public sealed class LabelFileFindingTests
{
    static LabelFileFindingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    public void DQ501_utf16_is_named_and_read(string name, bool hasMark)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] content = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("a,cat,1\nb,肺炎,0\n")];

        Assert.Equal(["1 a cat 1", "2 b 肺炎 0"], LabelReading.Expect(content, $"DQ501 1 [{name.ToUpperInvariant()}]"));
    }

    [Theory]
    [InlineData("big5", "Big5", "肺結節")]
    [InlineData("gb2312", "GBK", "肺结节")]
    [InlineData("shift_jis", "Shift-JIS", "肺のかげ")]
    [InlineData("windows-1252", "Windows-1252", "lésion")]
    [InlineData("windows-1252", "Windows-1252", "Übersicht")]
    public void DQ501_code_pages_are_named_and_read(string name, string shown, string text)
    {
        byte[] content = Encoding.GetEncoding(name).GetBytes($"a,cat,1\nb,{text},0\nc,{text},1\n");

        Assert.Equal(["1 a cat 1", $"2 b {text} 0", $"3 c {text} 1"], LabelReading.Expect(content, $"DQ501 2 [{shown}]"));
    }

    [Fact]
    public void DQ502_a_byte_order_mark_is_no_part_of_the_first_name() =>
        Assert.Equal(["1 a cat 1"], LabelReading.Expect([0xEF, 0xBB, 0xBF, .. "a,cat,1\n"u8], "DQ502 1"));

    [Theory]
    [InlineData("image,class,value\na,cat,1\n")]
    [InlineData("filename,label\na,cat\n")]
    [InlineData("image,label,x,y,w,h\na,cat,1,2,3,4\n")]
    [InlineData("\"image\",\"class\",\"one hot\",\"remark\"\na,cat,1\n")]
    public void DQ503_a_header_counts_as_nothing_else(string text)
    {
        (LabelFile file, List<LabelFinding> findings) = LabelReading.Read(Encoding.UTF8.GetBytes(text), "a");

        Assert.Single(file.Rows);
        Assert.Equal("DQ503", findings[0].Rule.Id);
        Assert.DoesNotContain(findings, finding => finding.Rule.Id is not ("DQ503" or "DQ506"));
    }

    [Fact]
    public void DQ503_is_not_where_the_first_line_names_an_image()
    {
        (_, List<LabelFinding> findings) = LabelReading.Read("a,cat,yes\nb,cat,1\n"u8.ToArray(), "a");

        Assert.Equal(["DQ508"], findings.Select(finding => finding.Rule.Id).ToArray());
    }

    [Fact]
    public void DQ503_is_not_where_a_value_is_a_number() => LabelReading.Expect("x,cat,2\nb,cat,1\n", "DQ508 1:3");

    [Theory]
    [InlineData("a;cat;1\nb;cat;0\n", "1 a cat 1", "2 b cat 0")]
    [InlineData("a\tcat\t1\nb\tcat\t0\n", "1 a cat 1", "2 b cat 0")]
    [InlineData("a;cat;1,5;2,5;3;4\n", "1 a cat 1.5 2.5 3 4")]
    [InlineData("a,cat,\"1,5\",\"2,25\",3,4\n", "1 a cat 1.5 2.25 3 4")]
    [InlineData("a,cat,1,5,-2,25,3,0,4,0\n", "1 a cat 1.5 -2.25 3 4")]
    public void DQ504_other_delimiters_and_decimal_commas_are_read_as_meant(string text, params string[] rows)
    {
        (LabelFile file, List<LabelFinding> findings) = LabelReading.Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal(["DQ504"], findings.Select(finding => finding.Rule.Id).ToArray());
        Assert.Equal(rows.Length, file.Rows.Count);
        Assert.Equal(rows, LabelReading.Expect(text, $"DQ504 1{(text.Contains('"') ? ":3" : "")}"));
    }

    [Fact]
    public void DQ504_is_not_where_a_class_has_semicolons() => Assert.Equal(["1 a x;y;z 1"], LabelReading.Expect("a,x;y;z,1\n"));

    [Theory]
    [InlineData("sep=,\na,cat,1\nb,cat,1\n", "DQ503 1")]
    [InlineData("SEP=,\na,cat,1\nb,cat,1\n", "DQ503 1")]
    [InlineData("\"sep=,\"\na,cat,1\nb,cat,1\n", "DQ503 1")]
    [InlineData("#TYPE System.Management.Automation.PSCustomObject\na,cat,1\nb,cat,1\n", "DQ503 1")]
    [InlineData("#TYPE Selected.X\nImage,Class,Value\na,cat,1\nb,cat,1\n", "DQ503 1 DQ503 2")]
    public void DQ503_notes_to_spreadsheet_programs_are_no_labels(string text, string findings) =>
        Assert.Equal(
            2, LabelReading.Expect(text, findings.Split(" D").Select((part, index) => index == 0 ? part : "D" + part).ToArray()).Length);

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0, 0, 0 }, "an Excel workbook or another zip")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0 }, "an Excel workbook of the older kind")]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0, 0 }, "compressed by gzip")]
    public void DQ501_alone_names_what_is_no_text_at_all(byte[] content, string kind) =>
        Assert.Empty(LabelReading.Expect(content, $"DQ501 1 [{kind}]"));

    [Fact]
    public void DQ505_other_column_counts_are_told_line_by_line() =>
        Assert.Equal(
            ["1 a cat 1", "4 d cat 1"],
            LabelReading.Expect("a,cat,1\nb,cat,1,\nc,cat\nd,cat,1\ne\n", "DQ505 2", "DQ505 3", "DQ531 5 [e]"));

    [Fact]
    public void DQ506_two_columns_are_read_as_1() =>
        Assert.Equal(["1 a cat 1", "2 b dog 1"], LabelReading.Expect("a,cat\nb,dog\n", "DQ506 1"));

    [Theory]
    [InlineData(",cat,1", "DQ507 2:1")]
    [InlineData("a,\"\",1", "DQ507 2:2")]
    [InlineData("a,cat,", "DQ507 2:3")]
    [InlineData("a,  ,1", "DQ507 2:2")]
    public void DQ507_empty_fields(string line, string finding) => LabelReading.Expect($"z,cat,1\n{line}\n", finding);

    [Theory]
    [InlineData("2")]
    [InlineData("1.0")]
    [InlineData("01")]
    [InlineData("yes")]
    [InlineData("-1")]
    public void DQ508_only_0_and_1_are_one_hot(string value) => LabelReading.Expect($"z,cat,1\na,cat,{value}\n", "DQ508 2:3");

    [Fact]
    public void DQ509_is_one_finding_a_class_with_its_lines() =>
        LabelReading.Expect("a,001,1\nb,\"001\",0\nc,1.5,0\nd,001,1\ne,1a,0\n", "DQ509 1:2 ×2 [001]", "DQ509 3:2 [1.5]");

    [Fact]
    public void DQ509_counts_lines_that_another_error_spoils() =>
        LabelReading.Expect("z,cat,1\na,cat\na,7,x\nb,7,1\n", "DQ505 2", "DQ508 3:3", "DQ509 3:2 ×2 [7]");

    [Theory]
    [InlineData("abc")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1.2.3")]
    [InlineData("１２")]
    [InlineData("\"1,234\"")]
    [InlineData("\"1,234.5\"")]
    [InlineData("1 000")]
    [InlineData("-")]
    [InlineData(".")]
    public void DQ510_other_spellings_are_no_numbers(string number) =>
        LabelReading.Expect($"z,cat,1,2,3,4\na,cat,1,{number},3,4\n", "DQ510 2:4");

    [Fact]
    public void DQ510_a_number_must_be_finite() => LabelReading.Expect($"z,cat,1,2,3,4\na,cat,{new string('9', 400)},2,3,4\n", "DQ510 2:3");

    [Theory]
    [InlineData("0,4", "DQ511 2:5")]
    [InlineData("-3,4", "DQ511 2:5")]
    [InlineData("3,0.0", "DQ511 2:6")]
    [InlineData("0.001,4", null)]
    public void DQ511_width_and_height_are_above_0(string size, string? finding) =>
        LabelReading.Expect($"z,cat,1,2,3,4\na,cat,1,2,{size}\n", finding is null ? [] : [finding]);

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n  \n")]
    public void DQ521_an_empty_file_says_just_that(string text) => LabelReading.Expect(text, "DQ521 -");

    [Fact]
    public void DQ521_a_header_is_no_label() => LabelReading.Expect("image,class,value\n", "DQ503 1", "DQ521 -");

    [Theory]
    [InlineData(" a,cat,1", "DQ522 2:1")]
    [InlineData("a, cat ,1", "DQ522 2:2")]
    [InlineData("a,cat,1\t", "DQ522 2:3")]
    [InlineData("a,\u3000cat,1", "DQ522 2:2")]
    [InlineData("a,\" cat\" ,1", "DQ522 2:2")]
    public void DQ522_white_space_is_cut(string line, string finding) =>
        Assert.Equal(["1 z cat 1", "2 a cat 1"], LabelReading.Expect($"z,cat,1\n{line}\n", finding));

    [Fact]
    public void DQ523_a_quote_never_closed_costs_no_other_line() =>
        Assert.Equal(
            ["1 a cat 1", "2 b cat 1", "3 c cat 1", "4 d 001 1", "5 e cat 0"],
            LabelReading.Expect("a,cat,1\nb,\"cat,1\nc,cat,1\nd,\"001\",1\ne,cat,0\n", "DQ523 2:2"));

    [Fact]
    public void DQ523_names_the_line_within_a_record_that_spans_some() =>
        Assert.Equal(["1 z cat 1", "4 c cat 1"], LabelReading.Expect("z,cat,1\n\"a\nb\",\"cat,1\nc,cat,1\n", "DQ523 3:2"));

    [Fact]
    public void DQ523_each_line_that_opens_a_quote_is_told() =>
        LabelReading.Expect("a,\"cat,1\nb,\"cat,1\nc,cat,1\nd,cat,1\"", "DQ523 1:2", "DQ523 2:2", "DQ523 4:3");

    [Theory]
    [InlineData("a,c\"at,1")]
    [InlineData("a,\"ca\"t,1")]
    public void DQ523_a_quote_out_of_place_leaves_the_row_readable(string line) =>
        Assert.Equal(["1 z cat 1", "2 a cat 1"], LabelReading.Expect($"z,cat,1\n{line}\n", "DQ523 2:2"));

    [Fact]
    public void DQ523_in_each_of_many_lines_takes_no_more_than_linear_time()
    {
        StringBuilder text = new("z,cat,1\n");
        for (int line = 0; line < 100_000; line++)
        {
            text.Append("x\"y,\"z\n");
        }

        Assert.Equal(
            100_000, LabelReading.Read(Encoding.UTF8.GetBytes(text.ToString())).Findings.Count(finding => finding.Rule.Id == "DQ523"));
    }

    [Fact]
    public void DQ524_blank_lines_between_records_are_told_each() =>
        LabelReading.Expect("a,cat,1\n\n  \nb,cat,0\n\n\n", "DQ524 2", "DQ524 3");

    [Theory]
    [InlineData("=cmd()", "DQ527 2:2")]
    [InlineData("@home", "DQ527 2:2")]
    [InlineData("+5 mm", "DQ527 2:2")]
    [InlineData("-unsure", "DQ527 2:2")]
    [InlineData("\"-5\"", null)]
    public void DQ527_formulas(string name, string? finding) =>
        LabelReading.Expect($"z,cat,1\na,{name},1\n", finding is null ? [] : [finding]);
}
