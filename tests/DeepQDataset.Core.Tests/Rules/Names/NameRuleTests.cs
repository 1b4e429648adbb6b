using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Names;

public class NameRuleTests
{
    private static byte[] Image => Datasets.Image(7);

    [Theory]
    [InlineData("a:b.png")]
    [InlineData("a*b.png")]
    [InlineData("a?b.png")]
    [InlineData("a\"b.png")]
    [InlineData("a<b.png")]
    [InlineData("a>b.png")]
    [InlineData("a|b.png")]
    [InlineData("a\tb.png")]
    [InlineData("a\u007Fb.png")]
    public void DQ203_characters_that_are_not_allowed(string name) =>
        RuleAssert.IssuesOfZip(Datasets.ImageOnly().File("image/" + name, Image), ValidationOptions.Default, $"DQ203 image/{name}");

    [Fact]
    public void DQ203_a_backslash_in_a_folders_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There it separates folders.");
        RuleAssert.IssuesOfFolder(Datasets.ImageOnly().File("image/a\\b.png", Image), ValidationOptions.Default, "DQ203 image/a\\b.png");
    }

    [Theory]
    [InlineData("a'b,c;d(1)[2]{3}+=~!#$%&@^.png")]
    [InlineData("a.b.c.png")]
    public void Other_characters_are_fine(string name) => RuleAssert.Issues(Datasets.ImageOnly().File("image/" + name, Image));

    [Fact]
    public void DQ204_white_space_in_a_file_name()
    {
        RuleAssert.Issues(Datasets.ImageOnly().File("image/a b.png", Image), "DQ204 image/a b.png");
        RuleAssert.Issues(Datasets.ImageOnly().File("image/a\u3000b.png", Image), "DQ204 image/a\u3000b.png", "DQ205 -");
    }

    [Fact]
    public void DQ204_class_and_study_folders_may_have_white_space()
    {
        RuleAssert.Issues(Datasets.ClassFolders());
        RuleAssert.Issues(new DatasetBuilder().File("my set/image/Study 1/Series1/a.png", Image));
    }

    [Fact]
    public void DQ205_names_beyond_ASCII_are_counted()
    {
        DatasetBuilder dataset = new();
        dataset.File("資料/image/檢查/Series1/影像.png", Image).File("資料/image/檢查/Series1/é.png", Datasets.Image(8));
        RuleAssert.Issues(dataset, "DQ205 - ×3");
    }

    [Theory]
    [InlineData("e\u0301.png")]
    [InlineData("a\u200Bb.png")]
    [InlineData("a\u202Eb.png")]
    [InlineData("\uFEFFa.png")]
    public void DQ207_decomposed_and_invisible(string name) =>
        RuleAssert.Issues(Datasets.ImageOnly().File("image/" + name, Image), "DQ205 -", $"DQ207 image/{name}");

    [Fact]
    public void DQ207_folders_too() =>
        RuleAssert.Issues(
            new DatasetBuilder().File("image/e\u0301/Series1/a.png", Image).File("image/e\u0301/Series1/b.png", Datasets.Image(8)),
            "DQ205 -",
            "DQ207 image/e\u0301");

    [Theory]
    [InlineData("CON.png")]
    [InlineData("nul.png")]
    [InlineData("com1.x.png")]
    [InlineData("LPT9.png")]
    [InlineData("a.png.")]
    public void DQ208_names_that_Windows_has_not(string name) =>
        RuleAssert.IssuesOfZip(Datasets.ImageOnly().File("image/" + name, Image), ValidationOptions.Default, $"DQ208 image/{name}");

    [Theory]
    [InlineData("CONE.png")]
    [InlineData("COM10.png")]
    [InlineData("xCON.png")]
    public void DQ208_names_that_only_look_like_them(string name) => RuleAssert.Issues(Datasets.ImageOnly().File("image/" + name, Image));

    [Fact]
    public void DQ208_a_folder_that_ends_with_a_blank() =>
        RuleAssert.IssuesOfZip(
            Datasets.ClassFolders().File("Classes/Class B /x.png", Image),
            ValidationOptions.Default with
            {
                MinimumClassImages = 1,
                ExcludedRules = new HashSet<string>(StringComparer.Ordinal) { "DQ603" },
            },
            "DQ208 Classes/Class B ");

    [Fact]
    public void DQ208_a_name_of_255_bytes_is_the_longest()
    {
        string fits = new string('肺', 83) + "aa.png";
        string tooLong = new string('肺', 83) + "aaa.png";
        RuleAssert.Issues(Datasets.ImageOnly().File("image/" + fits, Image), "DQ205 -");
        RuleAssert.IssuesOfZip(
            Datasets.ImageOnly().File("image/" + tooLong, Image), ValidationOptions.Default, "DQ205 -", $"DQ208 image/{tooLong}");
    }

    [Fact]
    public void DQ208_a_path_of_260_characters_is_the_longest()
    {
        string fits = "image/S/Series1/" + new string('a', 240) + ".png";
        string tooLong = "image/S/Series1/" + new string('b', 241) + ".png";
        RuleAssert.IssuesOfZip(new DatasetBuilder().File(fits, Image), ValidationOptions.Default);
        RuleAssert.IssuesOfZip(new DatasetBuilder().File(tooLong, Image), ValidationOptions.Default, $"DQ208 {tooLong}");
        RuleAssert.IssuesOfZip(new DatasetBuilder().File("an enclosing folder/" + fits, Image), ValidationOptions.Default);
    }
}
