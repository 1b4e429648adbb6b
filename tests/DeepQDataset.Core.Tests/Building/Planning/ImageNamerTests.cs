using System.Text;
using DeepQDataset.Building.Planning;
using DeepQDataset.Text;
using Xunit;

namespace DeepQDataset.Core.Tests.Building.Planning;

public sealed class ImageNamerTests
{
    [Theory]
    [InlineData("image001.png", "image001.png")]
    [InlineData("a b.png", "a_b.png")]
    [InlineData("a\u3000b\tc.png", "a_b_c.png")]
    [InlineData("a:b*c?d\"e<f>g|h\\i.png", "a_b_c_d_e_f_g_h_i.png")]
    [InlineData("bell\u0007.png", "bell_.png")]
    [InlineData("  a.png  ", "a.png")]
    [InlineData("a.JPEG", "a.jpg")]
    [InlineData("a.JPG", "a.jpg")]
    [InlineData("a.PNG", "a.png")]
    [InlineData("a.dicom", "a.dcm")]
    [InlineData("a.DCM", "a.dcm")]
    [InlineData("a.png.", "a.png")]
    [InlineData("con.png", "_con.png")]
    [InlineData("Lpt1.v2.png", "_Lpt1.v2.png")]
    [InlineData("console.png", "console.png")]
    [InlineData("._a.png", "__a.png")]
    [InlineData("胸部X光.png", "胸部X光.png")]
    [InlineData("Säugling.png", "Säugling.png")]
    [InlineData("Sa\u0308ugling.png", "S\u00E4ugling.png")]
    [InlineData("a\u200Bb\u202E.png", "ab.png")]
    [InlineData("   ", "image")]
    public void A_name_becomes_valid_and_what_is_valid_stays(string name, string expected) =>
        Assert.Equal(expected, ImageName.Clean(name, DqImageFormat.Unknown));

    [Theory]
    [InlineData("image001", DqImageFormat.Png, "image001.png")]
    [InlineData("IM.0001", DqImageFormat.Dicom, "IM.0001.dcm")]
    [InlineData("1.2.840.113", DqImageFormat.Dicom, "1.2.840.113.dcm")]
    [InlineData("a.png", DqImageFormat.Dicom, "a.dcm")]
    [InlineData("a.jpeg", DqImageFormat.Jpeg, "a.jpg")]
    public void The_file_knows_its_extension_better_than_the_name(string name, DqImageFormat format, string expected) =>
        Assert.Equal(expected, ImageName.Clean(name, format));

    [Fact]
    public void Names_that_are_equal_but_for_case_or_extension_get_a_suffix() =>
        Assert.Equal(["a.png", "A_2.png", "a_3.jpg", "b.png"], Unique("a.png", "A.png", "a.jpg", "b.png"));

    [Fact]
    public void A_suffix_never_takes_a_name_that_is_there() =>
        Assert.Equal(["a.png", "a_3.png", "a_2.png", "a_4.png"], Unique("a.png", "a.png", "a_2.png", "a.png"));

    [Fact]
    public void A_name_is_no_other_images_bare_stem()
    {
        // "a.png" would mean the first image by its full name and the second by its stem.
        Assert.Equal(["a.png", "a.png_2.jpg"], Unique("a.png", "a.png.jpg"));
        Assert.Equal(["a", "a_2.png"], Unique("a", "a.png"));
    }

    [Fact]
    public void Who_had_the_name_before_keeps_it()
    {
        string[] wanted = ["a_b.png", "a_b.png"];
        Assert.Equal(["a_b_2.png", "a_b.png"], ImageNamer.MakeUnique(wanted, index => index == 1, prefixLength: 6));
    }

    [Fact]
    public void Names_repeat_across_series() =>
        Assert.Equal(["S/Series1/a.png", "S/Series2/a.png", "S/Series2/a_2.jpg"],
            Unique("S/Series1/a.png", "S/Series2/a.png", "S/Series2/a.jpg"));

    [Fact]
    public void A_name_that_is_too_long_is_cut_between_letters_and_keeps_its_extension()
    {
        string name = Assert.Single(Unique(string.Concat(Enumerable.Repeat("胸", 100)) + ".png"));
        Assert.Equal(new string('胸', 83) + ".png", name);
        Assert.True(Encoding.UTF8.GetByteCount(name) <= PortableName.MaximumBytes);
        Assert.Equal(PortableName.MaximumPathLength - 6, Assert.Single(Unique(new string('a', 250) + ".jpeg")).Length);
    }

    [Fact]
    public void A_hundred_thousand_equal_names_take_no_time()
    {
        string[] wanted = Enumerable.Repeat("IM0001.dcm", 100_000).ToArray();
        string[] unique = Unique(wanted);
        Assert.Equal(unique.Length, unique.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal("IM0001_100000.dcm", unique[^1]);
    }

    private static string[] Unique(params string[] names) => ImageNamer.MakeUnique(names, static _ => true, prefixLength: 6);
}
