using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Repair;

/// <summary>No line is made up for an image that a lost name may mean.</summary>
public sealed class LostNameTests : RepairTestBase
{
    [Theory]
    [InlineData("a3_")]
    [InlineData("a33")]
    public void The_image_nearest_to_a_lost_name_gets_no_line_that_contradicts_it(string lost)
    {
        Write($"a1,A,1\na1,B,0\na2,A,0\na3,A,1\n{lost},B,1\n");

        Mend("in", "out");

        string labels = Text("out/label.csv");
        Assert.DoesNotContain("a3.png,B", labels, StringComparison.Ordinal);
        Assert.DoesNotContain($"{lost},A", labels, StringComparison.Ordinal);
        Assert.Contains("a2.png,B,0", labels, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stays_incomplete_is_still_told()
    {
        Write("a1,A,1\na1,B,0\na2,A,0\na3,A,1\na3_,B,1\n");

        (string[] repairs, string[] remaining) = Mend("in", "out");

        Assert.Contains("DQ518 label.csv:3 -> label.csv", repairs);
        Assert.DoesNotContain("DQ518 label.csv:4 -> label.csv", repairs);
        Assert.Equal(2, remaining.Count(id => id == "DQ518"));
    }

    [Theory]
    [InlineData("zzz,B,1\n")] // near to no image
    [InlineData("a3_,A,1\n")] // says what the image has a line for already
    public void A_lost_name_that_cannot_mean_the_image_is_no_obstacle(string line)
    {
        Write("a1,A,1\na1,B,0\na3,A,1\n" + line);

        Mend("in", "out");

        Assert.Contains("a3.png,B,0", Text("out/label.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("La\u0308sion", "L\u00E4sion")]
    [InlineData("L\u00E4sion", "La\u0308sion")]
    public void Names_in_another_form_of_Unicode_are_mended_both_ways(string file, string label)
    {
        new DatasetBuilder()
            .File($"image/{file}.png", Datasets.Image(1))
            .File("image/b.png", Datasets.Image(2))
            .Text("label.csv", $"{label}.png,A,1\nb.png,A,1\n")
            .WriteFolder(Folder["in"]);

        (_, string[] remaining) = Mend("in", "out");

        Assert.DoesNotContain("DQ513", remaining);
        Assert.DoesNotContain("DQ207", remaining);
        Assert.Equal("L\u00E4sion.png,A,1\nb.png,A,1\n", Text("out/label.csv"));
        Assert.Contains("image/L\u00E4sion.png", Paths("out"));
    }

    [Fact]
    public void Leading_zeros_come_back()
    {
        new DatasetBuilder()
            .File("image/00001.png", Datasets.Image(1))
            .File("image/00012.png", Datasets.Image(2))
            .Text("label.csv", "1,A,1\n12,A,1\n")
            .WriteFolder(Folder["in"]);

        (_, string[] remaining) = Mend("in", "out");

        Assert.DoesNotContain("DQ513", remaining);
        Assert.Equal("00001.png,A,1\n00012.png,A,1\n", Text("out/label.csv"));
    }

    private void Write(string labels) => new DatasetBuilder()
        .File("image/a1.png", Datasets.Image(1))
        .File("image/a2.png", Datasets.Image(2))
        .File("image/a3.png", Datasets.Image(3))
        .Text("label.csv", labels)
        .WriteFolder(Folder["in"]);
}
