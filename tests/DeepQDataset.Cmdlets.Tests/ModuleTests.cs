using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests;

public sealed class ModuleTests
{
    [Fact]
    public void The_manifest_exports_every_cmdlet_of_the_assembly()
    {
        using PowerShellSession session = new();
        CommandOutput output = session.Run("""
            $types = [DeepQDataset.Loader.ModuleLoadContext]::Commands.GetExportedTypes()
            $types.Where{ $_.IsSubclassOf([System.Management.Automation.Cmdlet]) -and -not $_.IsAbstract }.ForEach{
                $attribute = $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]
                "$($attribute.VerbName)-$($attribute.NounName)"
            }
            """);
        IEnumerable<string> exported = session.Run("(Get-Module DeepQDataset).ExportedCommands.Keys").Texts;

        Assert.Equal(output.Texts.Order(StringComparer.Ordinal), exported.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_second_import_keeps_the_commands()
    {
        using PowerShellSession session = new();
        session.Set("manifest", BuildOutput.Manifest);
        CommandOutput output = session.Run("""
            $before = (Get-Module DeepQDataset).ExportedCommands.Count
            Import-Module $manifest
            Import-Module $manifest -Force
            Remove-Module DeepQDataset
            Import-Module $manifest
            (Get-Module DeepQDataset).ExportedCommands.Count -eq $before
            (Get-DqRule DQ503).Id
            """);

        Assert.Empty(output.Errors);
        Assert.Equal(["True", "DQ503"], output.Texts);
    }

    [Fact]
    public void Its_types_are_visible_to_scripts()
    {
        using PowerShellSession session = new();
        Assert.Equal("a.png", session.Run("[DeepQDataset.DqLabel]@{ Image = 'a.png' }").Single.Value("Image"));
    }

    [Fact]
    public void Only_the_loader_is_in_the_default_load_context()
    {
        using PowerShellSession session = new();
        CommandOutput output = session.Run("""
            $own = 'DeepQDataset.Core', 'DeepQDataset.Cmdlets', 'DeepQDataset.Loader'
            $own += 'CsvHelper', 'ICSharpCode.SharpZipLib', 'SharpCompress', 'YamlDotNet'
            [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies.ForEach{ $_.GetName().Name }.Where{ $_ -in $own }
            """);

        Assert.Equal(["DeepQDataset.Loader"], output.Texts);
    }

    [Fact]
    public void Its_libraries_come_from_its_own_folder()
    {
        using TempFolder folder = new();
        Datasets.ImageOnly().Text("data.yaml", "names: [cat]\n...\n").WriteFolder(folder["set"]);
        using PowerShellSession session = new(folder.FullPath);
        CommandOutput output = session.Run("""
            $null = ConvertFrom-DqYolo set -WarningAction Ignore
            $bin = [IO.Path]::Join((Get-Module DeepQDataset).ModuleBase, 'bin')
            $context = [System.Runtime.Loader.AssemblyLoadContext]::All.Where{ $_.Name -eq 'DeepQDataset' }
            $loaded = $context.Assemblies.Where{ $_.GetName().Name -eq 'YamlDotNet' }
            $loaded.Location.StartsWith($bin)
            [IO.File]::Exists([IO.Path]::Join($bin, 'SharpCompress.dll'))
            """);

        Assert.Empty(output.Errors);
        Assert.Equal(["True", "True"], output.Texts);
    }

    [Fact]
    public void Its_version_is_that_of_its_assemblies()
    {
        using PowerShellSession session = new();
        CommandOutput output = session.Run(
            "(Get-Module DeepQDataset).Version.ToString(3); [DeepQDataset.Loader.ModuleLoadContext]::Core.GetName().Version.ToString(3)");
        Assert.Single(output.Texts.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Parallel_runspaces_find_it_by_themselves()
    {
        using PowerShellSession session = new();
        CommandOutput output = session.Run(
            "'DQ501', 'DQ502', 'DQ503' | ForEach-Object -Parallel { Get-DqRule $_ } | ForEach-Object { $_ -is [DeepQDataset.DqRule] }");

        Assert.Empty(output.Errors);
        Assert.Equal([true, true, true], output.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public void Rule_ids_complete()
    {
        using PowerShellSession session = new();
        string line = "Get-DqRule DQ50";
        CommandOutput output = session.Run($"([System.Management.Automation.CommandCompletion]::CompleteInput('{line}', "
            + $"{line.Length}, $null)).CompletionMatches.CompletionText");
        Assert.Contains("DQ503", output.Texts);
    }
}
