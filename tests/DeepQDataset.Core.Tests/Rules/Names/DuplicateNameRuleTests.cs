using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Names;

public class DuplicateNameRuleTests
{
    private static byte[] Image => Datasets.Image(7);

    [Fact]
    public void DQ201_one_name_in_two_folders()
    {
        DatasetBuilder dataset = new();
        dataset.File("image/a/x.png", Image).File("image/b/x.png", Datasets.Image(8)).File("image/b/y.png", Datasets.Image(9));
        RuleAssert.Issues(dataset, "DQ107 image/a", "DQ107 image/b", "DQ201 image/a/x.png ×2 [x.png]");
    }

    [Fact]
    public void DQ201_names_may_repeat_across_series() => RuleAssert.Issues(Datasets.Studies());

    [Fact]
    public void DQ202_one_name_in_two_class_folders()
    {
        DatasetBuilder dataset = Datasets.ClassFolders().File("Classes/Class B/image001.png", Image);
        RuleAssert.Issues(dataset, "DQ202 Classes/Class A/image001.png ×2 [image001.png]");
    }

    [Fact]
    public void DQ206_names_equal_but_for_case() => RuleAssert.IssuesOfZip(
        Datasets.ImageOnly().File("image/IMAGE001.png", Image), ValidationOptions.Default, "DQ206 image/IMAGE001.png ×2 [image001.png]");

    [Fact]
    public void DQ206_folders_too() => RuleAssert.IssuesOfZip(
        new DatasetBuilder().File("image/study/Series1/a.png", Image).File("image/Study/Series1/a.png", Datasets.Image(8)),
        ValidationOptions.Default,
        "DQ206 image/Study ×2 [study]");

    [Fact]
    public void DQ206_not_across_folders() => RuleAssert.Issues(
        new DatasetBuilder().File("image/S/Series1/a.png", Image).File("image/S/Series2/A.png", Datasets.Image(8)));

    [Fact]
    public void DQ209_two_extensions_of_one_stem() => RuleAssert.Issues(
        Datasets.ImageOnly().File("image/image001.jpg", new JpegBuilder().Build()), "DQ209 image/image001.jpg ×2 [image001]");

    [Fact]
    public void DQ209_is_left_to_DQ514_when_a_label_has_the_bare_stem() => RuleAssert.Issues(
        Datasets.Detection().File("image/image001.jpg", new JpegBuilder().Build()),
        new ValidationOptions { IncludedRules = new HashSet<string>(StringComparer.Ordinal) { "DQ209" } });

    [Fact]
    public void DQ209_is_left_to_DQ206_when_the_extensions_differ_by_case() => RuleAssert.IssuesOfZip(
        Datasets.ImageOnly().File("image/image001.PNG", Image),
        new ValidationOptions { ExcludedRules = new HashSet<string>(StringComparer.Ordinal) { "DQ308" } },
        "DQ206 image/image001.PNG ×2 [image001.png]");

    [Fact]
    public void DQ209_UIDs_have_no_extension() => RuleAssert.Issues(
        new DatasetBuilder().File("image/1.2.840.1", new DicomBuilder().Build()).File("image/1.2.840.2", new DicomBuilder().Build()),
        new ValidationOptions { IncludedRules = new HashSet<string>(StringComparer.Ordinal) { "DQ209" } });
}
