using System.Management.Automation;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Commands;

public sealed class ProtectDqDicomTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public ProtectDqDicomTests()
    {
        Directory.CreateDirectory(_folder["in/Doe John"]);
        File.WriteAllBytes(_folder["in/Doe John/a.dcm"], Identified(1).Build());
        File.WriteAllBytes(_folder["in/Doe John/b.dcm"], Identified(2).Build());
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_folder_becomes_a_dataset_that_no_privacy_rule_speaks_of()
    {
        Assert.Equal(["DQ901", "DQ903", "DQ905"], RulesOf("in"));
        CommandOutput output = _session.Run("Protect-DqDicom in -DestinationPath out/image -Key secret");
        Assert.Empty(output.Errors);
        Assert.Empty(output.Warnings);
        Assert.Equal(2, output.Output.Count);
        Assert.Equal(_folder["in/Doe John/a.dcm"], output.Output[0].Text("Path"));
        Assert.Equal(2, Directory.GetFiles(_folder["out/image"]).Length);
        Assert.Empty(RulesOf("out"));
        Assert.Contains("out: no identifying header found.", _session.Run("Test-DqDataset out -Verbose").Verbose);
    }

    [Fact]
    public void Files_of_the_pipeline_are_copied_together()
    {
        CommandOutput output = _session.Run(
            "[System.IO.Directory]::GetFiles(\"$PWD/in/Doe John\") | ForEach-Object { [System.IO.FileInfo]$_ } | Protect-DqDicom "
            + "-DestinationPath out -Key secret");
        Assert.Empty(output.Errors);
        Assert.Equal(2, output.Output.Count);
        Assert.Equal(output.Output[0].Text("StudyInstanceUid"), output.Output[1].Text("StudyInstanceUid"));
    }

    [Fact]
    public void The_same_key_as_text_or_as_a_secure_string_gives_the_same_UIDs()
    {
        CommandOutput output = _session.Run("""
            $secure = [System.Net.NetworkCredential]::new('', 'secret').SecurePassword
            (Protect-DqDicom in -DestinationPath one -Key secret).SopInstanceUid
            (Protect-DqDicom in -DestinationPath two -Key $secure).SopInstanceUid
            """);
        Assert.Equal(4, output.Texts.Count());
        Assert.Equal(output.Texts.Take(2), output.Texts.Skip(2));
    }

    [Fact]
    public void Without_a_key_verbose_says_so() =>
        Assert.Contains(_session.Run("Protect-DqDicom in -DestinationPath out -Verbose").Verbose, line =>
            line.StartsWith("No -Key was given", StringComparison.Ordinal));

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Assert.Empty(_session.Run("Protect-DqDicom in -DestinationPath out -WhatIf").Output);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void Text_that_may_be_in_pixels_is_a_warning_and_told_once_with_its_number()
    {
        File.WriteAllBytes(_folder["in/us1.dcm"], new DicomBuilder { Seed = 3, Modality = "US" }.Build());
        File.WriteAllBytes(_folder["in/us2.dcm"], new DicomBuilder { Seed = 4, Modality = "US" }.Build());
        File.WriteAllText(_folder["in/notes.txt"], "x");
        CommandOutput output = _session.Run("Protect-DqDicom in -DestinationPath out -Verbose");
        Assert.Equal(4, output.Output.Count);
        Assert.Equal(3, output.Warnings.Count);
        Assert.Contains(output.Warnings, warning => warning.Contains("': The pixels may carry text", StringComparison.Ordinal));
        Assert.Contains(output.Warnings, warning => warning.StartsWith("2 copies in all: The pixels", StringComparison.Ordinal));
        Assert.Contains(output.Warnings, warning => warning.StartsWith("1 file was not copied", StringComparison.Ordinal));
        Assert.Contains(
            output.Verbose, line => line.Contains("notes.txt' is not copied: it is not a DICOM file", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_file_is_an_error_that_names_it_and_the_others_are_copied()
    {
        File.WriteAllBytes(_folder["in/cut.dcm"], new DicomBuilder { Seed = 3, BytesCut = 100 }.Build());
        CommandOutput output = _session.Run("Protect-DqDicom in -DestinationPath out");
        ErrorRecord error = Assert.Single(output.Errors);
        Assert.StartsWith("DicomUnreadable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Equal(_folder["in/cut.dcm"], error.TargetObject);
        Assert.Equal(2, output.Output.Count);
        Assert.Equal(2, Directory.GetFiles(_folder["out"]).Length);
    }

    [Fact]
    public void The_source_as_destination_and_existing_copies_are_errors()
    {
        Assert.StartsWith(
            "DestinationIsSource,",
            Assert.Single(_session.Run("Protect-DqDicom in -DestinationPath in/deep").Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Empty(_session.Run("Protect-DqDicom in -DestinationPath out -Key secret").Errors);
        CommandOutput again = _session.Run("Protect-DqDicom in -DestinationPath out -Key secret");
        Assert.Equal(2, again.Errors.Count);
        Assert.All(again.Errors, error => Assert.StartsWith("DestinationExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(2, _session.Run("Protect-DqDicom in -DestinationPath out -Key secret -Force").Output.Count);
    }

    private string[] RulesOf(string dataset)
    {
        if (string.Equals(dataset, "in", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(_folder["named/image/Doe John/Series1"]);
            File.Copy(_folder["in/Doe John/a.dcm"], _folder["named/image/Doe John/Series1/a.dcm"]);
            dataset = "named";
        }

        CommandOutput output = _session.Run($"Get-DqIssue {dataset} -RuleId DQ9* | ForEach-Object RuleId");
        Assert.Empty(output.Errors);
        return output.Texts.Distinct(StringComparer.Ordinal).ToArray();
    }

    private static DicomBuilder Identified(int seed) =>
        new()
        {
            Seed = seed,
            PatientName = "Doe^John",
            PatientId = "4711",
            PatientIdentityRemoved = null,
        };
}
