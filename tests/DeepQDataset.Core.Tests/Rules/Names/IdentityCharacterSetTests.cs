using System.Text;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Names;

/// <summary>
/// DQ905: names of patients that are not ASCII, in the character sets of PS3.3 section C.12.1.1.2 and in those that are meant.
/// </summary>
public sealed class IdentityCharacterSetTests
{
    private const string Korean =
        "Hong^Gildong=\u001b$)C\u00fb\u00f3^\u001b$)C\u00d1\u00ce\u00d4\u00d7=\u001b$)C\u00c8\u00ab^\u001b$)C\u00b1\u00e6\u00b5\u00bf";
    private const string Chinese = "Zhang^XiaoDong=\u001b$)A\u00d5\u00c5^\u001b$)A\u00d0\u00a1\u00b6\u00ab=";
    private const string Japanese =
        "Yamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B=\u001b$B$d$^$@\u001b(B^\u001b$B$?$m$&\u001b(B";

    private static readonly ValidationOptions Names = new() { IncludedRules = new HashSet<string> { "DQ905" } };

    [Theory]
    [InlineData(@"\ISO 2022 IR 87", Japanese, "山田太郎.dcm")]
    [InlineData(@"\ISO 2022 IR 87", Japanese, "yamada_tarou.dcm")]
    [InlineData(@"\ISO 2022 IR 87", Japanese, "太郎 山田.dcm")]
    [InlineData(@"\ISO 2022 IR 87", Japanese, "やまだ-たろう.dcm")]
    [InlineData(@"ISO 2022 IR 6\ISO 2022 IR 87", Japanese, "山田_太郎.dcm")]
    [InlineData(@"\ISO 2022 IR 149", Korean, "洪吉洞.dcm")]
    [InlineData(@"\ISO 2022 IR 149", Korean, "홍길동.dcm")]
    [InlineData(@"\ISO 2022 IR 58", Chinese, "张小东.dcm")]
    [InlineData(@"\ISO 2022 IR 58", Chinese, "XiaoDong Zhang.dcm")]
    public void Names_with_escape_sequences_are_read(string characterSet, string name, string file) => Found(characterSet, name, file);

    [Theory]
    [InlineData("ISO_IR 101", 28592, "Wałęsa^Żółć")]
    [InlineData("ISO_IR 109", 28593, "Ĝoĥano^Ĉu")]
    [InlineData("ISO_IR 110", 28594, "Ņikolajs^Ķēniņš")]
    [InlineData("ISO_IR 144", 28595, "Иванов^Пётр")]
    [InlineData("ISO_IR 127", 28596, "قباني^لنزار")]
    [InlineData("ISO_IR 126", 28597, "Διονυσιος^Νικος")]
    [InlineData("ISO_IR 138", 28598, "שרון^דבורה")]
    [InlineData("ISO_IR 148", 28599, "Çavuşoğlu^Şükrü")]
    [InlineData("ISO_IR 166", 874, "สมชาย^ใจดี")]
    [InlineData("ISO_IR 100", 28591, "Müller^Jürgen")]
    [InlineData("GB18030", 54936, "王^小东")]
    [InlineData("GBK", 936, "陈^志明")]
    [InlineData("ISO_IR 192", 65001, "王^小东")]
    [InlineData("ISO_IR 13", 932, "ﾔﾏﾀﾞ^ﾀﾛｳ")]
    public void Names_in_a_character_set_are_read(string characterSet, int codePage, string name) =>
        Found(characterSet, Bytes(codePage, name), name.Replace("^", "", StringComparison.Ordinal) + ".dcm");

    [Theory]
    [InlineData(null, 950, "陳^志明")]
    [InlineData(null, 54936, "陈^志明")]
    [InlineData(null, 936, "王^小东")]
    [InlineData(null, 932, "山田^太郎")]
    [InlineData(null, 949, "홍^길동")]
    [InlineData(null, 65001, "陈^志明")]
    [InlineData("ISO_IR 100", 950, "陳^志明")]
    [InlineData("ISO_IR 100", 54936, "陈^志明")]
    [InlineData("ISO_IR 100", 932, "山田^太郎")]
    [InlineData("ISO_IR 6", 936, "王^小东")]
    [InlineData("NONSENSE", 950, "陳^志明")]
    public void Names_in_a_character_set_that_is_not_named_are_read(string? characterSet, int codePage, string name) =>
        Found(characterSet, Bytes(codePage, name), name.Replace("^", "", StringComparison.Ordinal) + ".dcm");

    [Theory]
    [InlineData("ISO_IR 144", 28595, "Иванов^Пётр", "Иванов.dcm")]
    [InlineData("ISO_IR 100", 28591, "Müller^Jürgen", "muller.dcm")]
    [InlineData(null, 950, "陳^志明", "陳志.dcm")]
    [InlineData(@"\ISO 2022 IR 87", 0, Japanese, "山田.dcm")]
    public void Parts_of_names_are_none(string? characterSet, int codePage, string name, string file) => RuleAssert.Issues(
        new DatasetBuilder().File("image/" + file, Patient(characterSet, codePage == 0 ? name : Bytes(codePage, name)).Build()), Names);

    [Fact]
    public void Composed_and_decomposed_letters_are_the_same() =>
        Found("ISO_IR 100", Bytes(28591, "Müller^Jürgen"), "Mu\u0308llerJu\u0308rgen.dcm");

    private static void Found(string? characterSet, string name, string file) => RuleAssert.Issues(
        new DatasetBuilder().File("image/" + file, Patient(characterSet, name).Build()), Names, "DQ905 image/" + file);

    private static DicomBuilder Patient(string? characterSet, string name) => new()
    {
        PatientName = name,
        PatientId = "",
        PatientIdentityRemoved = null,
        Elements = characterSet is null ? [] : [DicomElement.Text(0x00080005, "CS", characterSet)],
    };

    /// <summary>A text's bytes, as Latin-1.</summary>
    private static string Bytes(int codePage, string text)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        return Encoding.Latin1.GetString(encoding.GetBytes(text));
    }
}
