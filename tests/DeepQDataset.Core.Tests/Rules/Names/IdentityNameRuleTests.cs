using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Names;

/// <summary>DQ905: a patient's ID or name in the name of a file or folder, or in label.csv.</summary>
public sealed class IdentityNameRuleTests
{
    private static readonly ValidationOptions Names = new() { IncludedRules = new HashSet<string> { "DQ905" } };

    [Theory]
    [InlineData("P0001.dcm")]
    [InlineData("ct-p0001-3.dcm")]
    [InlineData("doe_john.dcm")]
    [InlineData("JohnDoe.dcm")]
    [InlineData("scan_Doe-John_2.dcm")]
    public void A_file_name_with_the_patient_in_it(string name) =>
        RuleAssert.Issues(new DatasetBuilder().File("image/" + name, Patient().Build()), Names, "DQ905 image/" + name);

    [Theory]
    [InlineData("P00012.dcm")]
    [InlineData("xP0001.dcm")]
    [InlineData("doe.dcm")]
    [InlineData("john.dcm")]
    [InlineData("doe_peter_john.dcm")]
    public void A_file_name_with_a_part_of_it_only(string name) =>
        RuleAssert.Issues(new DatasetBuilder().File("image/" + name, Patient().Build()), Names);

    [Fact]
    public void A_pseudonym_may_stand_in_names() =>
        RuleAssert.Issues(
            new DatasetBuilder().File("image/P0001.dcm", new DicomBuilder { PatientId = "P0001", PatientName = "Doe^John" }.Build()),
            Names);

    [Fact]
    public void A_study_folder_is_one_issue_whatever_it_holds() => RuleAssert.Issues(
        new DatasetBuilder()
            .File("image/Doe John/Series1/a.dcm", Patient(1).Build())
            .File("image/Doe John/Series1/b.dcm", Patient(2).Build())
            .File("image/Study2/Series1/c.dcm", Patient(3).Build()),
        Names,
        "DQ905 image/Doe John");

    [Fact]
    public void An_ID_of_few_digits_counts_for_its_own_patient_only()
    {
        DicomBuilder numbered = new() { Seed = 1, PatientId = "0017", PatientName = "", PatientIdentityRemoved = null };
        DicomBuilder other = new() { Seed = 2, PatientId = "P9999", PatientName = "", PatientIdentityRemoved = null };
        RuleAssert.Issues(new DatasetBuilder().File("image/x.dcm", numbered.Build()).File("image/img_0017.dcm", other.Build()), Names);
        RuleAssert.Issues(new DatasetBuilder().File("image/img_0017.dcm", numbered.Build()), Names, "DQ905 image/img_0017.dcm");
    }

    [Theory]
    [InlineData("017", "017.dcm")]
    [InlineData("", ".dcm")]
    public void A_short_ID_is_none(string id, string name) =>
        RuleAssert.Issues(
            new DatasetBuilder().File(
                "image/x" + name,
                new DicomBuilder
                {
                    PatientId = id,
                    PatientName = "A^B",
                    PatientIdentityRemoved = null,
                }.Build()),
            Names);

    [Fact]
    public void A_class_name_in_labels_is_one_issue_with_its_lines() => RuleAssert.Issues(
        new DatasetBuilder()
            .File("image/a.dcm", Patient(1).Build())
            .File("image/b.dcm", Patient(2).Build())
            .Text("label.csv", "a,Normal,1\na,John Doe,0\nb,Normal,0\nb,John Doe,1\n"),
        Names,
        "DQ905 label.csv:2 ×2");

    [Fact]
    public void An_image_name_in_labels_counts_where_it_leads_to_no_image() => RuleAssert.Issues(
        new DatasetBuilder()
            .File("image/P0001.dcm", Patient(1).Build())
            .Text("label.csv", "P0001,Normal,1\nP0001_old,Normal,1\n"),
        Names,
        "DQ905 image/P0001.dcm",
        "DQ905 label.csv:2");

    [Fact]
    public void Names_in_other_scripts_are_found_in_files_that_write_UTF8()
    {
        // "王^小東" as the UTF-8 bytes that a file with ISO_IR 192 has.
        string name = string.Concat(System.Text.Encoding.UTF8.GetBytes("Wang^XiaoDong=王^小東").Select(value => (char)value));
        DicomBuilder file = new() { PatientName = name, PatientId = "", PatientIdentityRemoved = null };
        RuleAssert.Issues(new DatasetBuilder().File("image/王小東_1.dcm", file.Build()), Names, "DQ905 image/王小東_1.dcm");
    }

    [Fact]
    public void Messages_show_no_value_in_full()
    {
        using TempFolder folder = new();
        string path = new DatasetBuilder().File("image/P0001.dcm", Patient().Build()).WriteFolder(folder["dataset"]);
        DqIssue issue = Assert.Single(DatasetValidator.Validate(path, Names, cancellation: TestContext.Current.CancellationToken).Issues);
        Assert.Equal("The file's name has the patient ID P*** in it.", issue.Message);
    }

    private static DicomBuilder Patient(int seed = 0) =>
        new()
        {
            Seed = seed,
            PatientId = "P0001",
            PatientName = "Doe^John^^Dr",
            PatientIdentityRemoved = null,
        };
}
