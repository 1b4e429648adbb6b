using System.Text;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using Xunit;

namespace DeepQDataset.Core.Tests.Labels.Parsing;

public sealed class LabelFileReaderTests
{
    [Theory]
    [InlineData("a,cat,1\nb,cat,0\n", nameof(LabelForm.Classification), DqTask.Classification)]
    [InlineData("a,lesion,1,2,3,4\n", nameof(LabelForm.Detection), DqTask.Detection)]
    [InlineData("a,cat\nb,dog\n", nameof(LabelForm.TwoColumns), DqTask.Classification)]
    [InlineData("a\nb\n", nameof(LabelForm.Unknown), DqTask.None)]
    [InlineData("", nameof(LabelForm.Unknown), DqTask.None)]
    public void The_form_is_that_of_most_lines(string text, string form, DqTask task)
    {
        LabelFile file = LabelReading.Read(Encoding.UTF8.GetBytes(text)).File;

        Assert.Equal(form, file.Form.ToString());
        Assert.Equal(task, file.Task);
    }

    [Fact]
    public void A_clean_classification_has_rows_and_no_findings() =>
        Assert.Equal(["1 a.png cat 1", "2 a.png dog 0", "3 b 肺炎 1"], LabelReading.Expect("a.png,cat,1\r\na.png,dog,0\r\nb,肺炎,1"));

    [Fact]
    public void A_clean_detection_has_boxes_and_no_findings() =>
        Assert.Equal(
            ["1 a lesion 128 97 104 112", "2 a lesion -0.5 0.25 1 33.125"],
            LabelReading.Expect("a,lesion,128,97,104,112\na,lesion,-.5,0.25,+1,33.125\n"));

    [Fact]
    public void Lines_are_counted_where_a_quoted_field_spans_some() =>
        Assert.Equal(
            ["1 a two\nlines 1", "3 b cat 1"],
            LabelReading.Expect("a,\"two\nlines\",1\nb,cat,1\nc,cat,2\n", "DQ508 4:3"));

    [Fact]
    public void A_separator_or_quote_within_quotes_belongs_to_the_name() =>
        Assert.Equal(["1 a, b.png 5\" lesion 1"], LabelReading.Expect("\"a, b.png\",\"5\"\" lesion\",1\n"));

    [Fact]
    public void What_the_writer_writes_reads_back_as_it_was()
    {
        LabelRow[] rows =
        [
            new(1, "a.png", "001", 1, new BoundingBox(0.1, 2, 1e-7, 3e20)),
            new(2, "b \"c\".png", "x,y", 1, new BoundingBox(-1, 12345678.123456789, 4, 5)),
            new(3, "肺.png", "=1+1", 1, new BoundingBox(1, 2, 3, 4)),
        ];
        using MemoryStream stream = new();
        LabelFileWriter.Write(stream, rows);

        Assert.Equal(rows, LabelReading.Read(stream.ToArray()).File.Rows);
    }

    [Fact]
    public void The_last_line_needs_no_line_end() => Assert.Equal(["1 a cat 1"], LabelReading.Expect("a,cat,1"));

    [Fact]
    public void Old_mac_line_ends_are_line_ends() => Assert.Equal(["1 a cat 1", "2 b cat 0"], LabelReading.Expect("a,cat,1\rb,cat,0\r"));

    [Fact]
    public void Reading_can_be_cancelled() => Assert.Throws<OperationCanceledException>(() =>
    {
        using MemoryStream stream = new("a,cat,1\n"u8.ToArray());
        LabelFileReader.Read(stream, null, new CancellationToken(canceled: true));
    });

    [Fact]
    public void Equal_names_share_one_string()
    {
        IReadOnlyList<LabelRow> rows = LabelReading
            .Read("image001,cat,1\nx,dog,0\nimage001,cat,0\n肺炎,肺炎,0\nx,肺炎,1\n"u8.ToArray())
            .File.Rows;

        Assert.Same(rows[0].Image, rows[2].Image);
        Assert.Same(rows[0].Class, rows[2].Class);
        Assert.Same(rows[3].Class, rows[4].Class);
    }
}
