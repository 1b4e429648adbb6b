using DeepQDataset;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Conversion.ClassFolders;
using DeepQDataset.Validation;

LabelSet labels = new();
foreach (DqLabel label in ClassFolderConverter.Convert(Path.GetFullPath("samples/skin-classes")))
{
    if (label.Class != "Unsure")
    {
        labels.Add(label);
    }
}

using (ArchivePlan plan = ArchivePlan.FromLabels(labels))
{
    DqArchive archive = ArchiveWriter.Write(plan, Path.GetFullPath("skin.zip"));
    Console.WriteLine($"{archive.Dataset}: {archive.Images} images, {archive.Labels} labels");
}

foreach (string dataset in new[] { "skin.zip", "samples/broken" })
{
    DqTestResult result = DatasetValidator.Validate(Path.GetFullPath(dataset));
    Console.WriteLine(result);
    foreach (DqIssue issue in result.Issues.Where(issue => issue.RuleId is "DQ102" or "DQ513"))
    {
        Console.WriteLine($"  {issue}");
        Console.WriteLine($"    {issue.Suggestion}");
    }
}
