using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Labels;

/// <summary>
/// What label.csv says, in datasets whose images are all there: six images, 001 to 003 of one class and 004 to 006 of another.
/// </summary>
public sealed class LabelContentRuleTests
{
    [Fact]
    public void DQ501_to_DQ504_and_DQ506_have_no_effect_on_other_rules()
    {
        string labels = LabelReferenceRuleTests.LabelsOf(Datasets.Classification());
        RuleAssert.Issues(
            Datasets.Classification().File("label.csv", System.Text.Encoding.Unicode.GetBytes(labels)), "DQ501 label.csv:1 [UTF-16]");
        RuleAssert.Issues(Classification("\uFEFF" + labels), "DQ502 label.csv:1");
        RuleAssert.Issues(Classification("image,class,value\n" + labels), "DQ503 label.csv:1");
        RuleAssert.Issues(Classification(labels.Replace(',', ';')), "DQ504 label.csv:1");
        RuleAssert.Issues(
            Classification("image001,A\nimage002,A\nimage003,A\nimage004,B\nimage005,B\nimage006,B\n"), "DQ506 label.csv:1");
    }

    [Theory]
    [InlineData("image001,Class A,1,", "DQ505 label.csv:1")]
    [InlineData("image001,,1", "DQ507 label.csv:1:2")]
    [InlineData("image001,Class A,", "DQ507 label.csv:1:3")]
    [InlineData("image001,Class A,2", "DQ508 label.csv:1:3")]
    [InlineData("image001,\"Class A,1", "DQ523 label.csv:1:2")]
    [InlineData("image001,Class A ,1", "DQ522 label.csv:1:2")]
    public void One_bad_line_is_one_issue(string line, string expected) =>
        RuleAssert.Issues(
            Classification(
                LabelReferenceRuleTests.LabelsOf(Datasets.Classification()).Replace("image001,Class A,1", line, StringComparison.Ordinal)),
            expected);

    [Theory]
    [InlineData("image001,lesion,x,4,8,6.5", "DQ510 label.csv:1:3")]
    [InlineData("image001,lesion,1,4,0,6.5", "DQ511 label.csv:1:5")]
    [InlineData("image001,lesion,1,4,8", "DQ505 label.csv:1")]
    public void One_bad_box_is_one_issue(string line, string expected) =>
        RuleAssert.Issues(
            Detection(LabelReferenceRuleTests.LabelsOf(Datasets.Detection())
                .Replace("image001,lesion,1,4,8,6.5", line, StringComparison.Ordinal)),
            expected);

    [Fact]
    public void DQ509_is_one_issue_a_class() => RuleAssert.Issues(
        Classification(LabelReferenceRuleTests.LabelsOf(Datasets.Classification()).Replace("Class A", "001", StringComparison.Ordinal)),
        "DQ509 label.csv:1:2 ×6 [001]");

    [Fact]
    public void DQ516_conflicting_rows_leave_the_image_out_without_further_issues() => RuleAssert.Issues(
        Appended("image001,Class A,0\n"), "DQ516 label.csv:13 [Class A]");

    [Fact]
    public void DQ516_sees_through_the_extension() =>
        RuleAssert.Issues(Appended("image001.png,Class A,0\n"), "DQ516 label.csv:13 [Class A]");

    [Fact]
    public void DQ517_the_same_row_again() => RuleAssert.Issues(
        Appended("image001,Class A,1\nimage004.png,Class A,0\n"), "DQ517 label.csv:13 [image001]", "DQ517 label.csv:14 [image004.png]");

    [Fact]
    public void DQ517_the_same_box_again() => RuleAssert.Issues(
        Detection(LabelReferenceRuleTests.LabelsOf(Datasets.Detection()) + "image001,lesion,1.0,4,8,6.50\nimage001,lesion,1,4,8,6\n"),
        "DQ517 label.csv:7 [image001]");

    [Fact]
    public void DQ518_is_one_issue_an_image() => RuleAssert.Issues(
        Classification(LabelReferenceRuleTests.LabelsOf(Datasets.Classification())
            .Replace("image001,Class B,0\n", "", StringComparison.Ordinal).Replace("image005,Class A,0\n", "", StringComparison.Ordinal)),
        "DQ518 label.csv:1 [image001]",
        "DQ518 label.csv:8 [image005]");

    [Fact]
    public void DQ519_is_one_issue_an_image() => RuleAssert.Issues(
        Datasets.Classification().File("image/x.png", Datasets.Image(30))
            .Text("label.csv", LabelReferenceRuleTests.LabelsOf(Datasets.Classification()) + "x,Class A,0\nx,Class B,0\n"),
        "DQ519 label.csv:13 [x]");

    [Fact]
    public void DQ524_a_blank_line_between_records() =>
        RuleAssert.Issues(
            Classification(
                LabelReferenceRuleTests
                    .LabelsOf(Datasets.Classification())
                    .Replace("image002,Class A", "\nimage002,Class A", StringComparison.Ordinal)),
            "DQ524 label.csv:3");

    [Fact]
    public void DQ527_a_class_that_is_a_formula() => RuleAssert.Issues(
        Appended("image001,=SUM(A1),0\nimage002,=SUM(A1),0\n"),
        new ValidationOptions { ExcludedRules = new HashSet<string> { "DQ518", "DQ601" } },
        "DQ527 label.csv:13:2",
        "DQ527 label.csv:14:2");

    [Fact]
    public void A_near_miss_of_the_file_name_is_read_all_the_same() => RuleAssert.Issues(
        Datasets.ImageOnly().Text("Label.csv", LabelReferenceRuleTests.LabelsOf(Datasets.Classification()) + "image001,Class A,2\n"),
        new ValidationOptions { ExcludedRules = new HashSet<string> { "DQ103" } },
        "DQ508 Label.csv:13:3");

    private static DatasetBuilder Appended(string lines) =>
        Classification(LabelReferenceRuleTests.LabelsOf(Datasets.Classification()) + lines);

    private static DatasetBuilder Classification(string labels) => Datasets.Classification().Text("label.csv", labels);

    private static DatasetBuilder Detection(string labels) => Datasets.Detection().Text("label.csv", labels);
}
