using System.IO.Compression;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Bases;

/// <summary>Tests the label input of commands that build datasets: labels, deserialized labels, rows of a user's own table.</summary>
public sealed class LabelInputTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public LabelInputTests()
    {
        Datasets.Classification().WriteFolder(_folder["good"]);
        Datasets.ClassFolders().WriteFolder(_folder["folders"]);
        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Packs_labels_that_were_filtered()
    {
        CommandOutput output = _session.Run(
            "ConvertFrom-DqClassFolders folders | Where-Object Class -ne 'Class B' | New-DqDatasetArchive -DestinationPath a.zip");

        Assert.Equal(3L, output.Single.Value("Images"));
        Assert.Equal(
            "image001.png,Class A,1\nimage002.png,Class A,1\nimage003.png,Class A,1\n",
            Entry("a.zip", "label.csv").ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Packs_a_users_own_table_whose_values_are_text()
    {
        CommandOutput output = _session.Run("""
            $rows = 'image001.png,nodule,4,5.5,6,7', 'image002.png,nodule,4,5,6,7', 'image003.png,nodule,4,5,1e1,7' | ForEach-Object {
                $cells = $_ -split ','
                [pscustomobject]@{
                    Image = $cells[0]; Class = $cells[1]; Value = ''; Reader = 'unused'
                    X = $cells[2]; Y = $cells[3]; Width = $cells[4]; Height = $cells[5]
                }
            }
            $rows | New-DqDatasetArchive -ImageFolder good/image -DestinationPath a.zip
            """);

        Assert.Equal(3L, output.Single.Value("Images"));
        Assert.Equal(
            "image001.png,nodule,4,5.5,6,7\nimage002.png,nodule,4,5,6,7\nimage003.png,nodule,4,5,10,7\n",
            Entry("a.zip", "label.csv").ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Columns_of_other_names_are_given_by_script_blocks()
    {
        CommandOutput output = _session.Run("""
            1..3 | ForEach-Object { [pscustomobject]@{ file = "image00$_.png"; finding = 'nodule' } } |
                New-DqDatasetArchive -Image { $_.file } -Class { $_.finding } -Value { '1' } -ImageFolder good/image -DestinationPath a.zip
            """);
        Assert.Equal(3L, output.Single.Value("Labels"));
    }

    [Theory]
    [InlineData("Value = '1,5'", "InvalidLabelValue")]
    [InlineData("Value = '2'", "LabelValue")]
    [InlineData("Value = '1 '", "InvalidLabelValue")]
    [InlineData("X = '1,5'; Y = '2'; Width = '3'; Height = '4'", "InvalidLabelValue")]
    [InlineData("X = 'NaN'; Y = '2'; Width = '3'; Height = '4'", "InvalidLabelValue")]
    [InlineData("X = '1'; Y = '2'", "HalfBox")]
    public void A_label_that_makes_no_sense_is_an_error_and_nothing_is_written(string values, string errorId)
    {
        CommandOutput output = _session.Run($$"""
            [pscustomobject]@{ Image = 'image001'; Class = 'x'; {{values}} },
            [pscustomobject]@{ Image = 'image002'; Class = 'x'; Value = '1' } |
                New-DqDatasetArchive -ImageFolder good/image -DestinationPath a.zip
            """);

        Assert.Equal([errorId, "LabelsRefused"], output.ErrorIds);
        Assert.False(File.Exists(_folder["a.zip"]));
    }

    [Fact]
    public void Rows_without_an_image_column_are_no_labels()
    {
        CommandOutput output = _session.Run(
            "[pscustomobject]@{ file = 'image001' } | New-DqDatasetArchive -ImageFolder good/image -DestinationPath a.zip");

        Assert.Contains("no column Image", output.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Contains("NoLabels", output.ErrorIds);
        Assert.False(File.Exists(_folder["a.zip"]));
    }

    [Fact]
    public void A_label_says_the_line_that_it_was_read_from()
    {
        CommandOutput output = _session.Run("""
            [DeepQDataset.DqLabel]@{ Image = 'image001'; Class = 'x'; Value = 3; Line = 17 } |
                New-DqDatasetArchive -ImageFolder good/image -DestinationPath a.zip
            """);

        Assert.Equal(["LabelValue", "LabelsRefused"], output.ErrorIds);
        Assert.Contains("line 17", output.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_and_rows_go_into_one_dataset()
    {
        CommandOutput output = _session.Run("""
            & {
                [DeepQDataset.DqLabel]@{ Image = 'image001'; Class = 'x'; Value = 1 }
                [pscustomobject]@{ Image = 'image002'; Class = 'x'; Value = 0 }
            } | New-DqDatasetArchive -ImageFolder good/image -DestinationPath a.zip
            """);

        Assert.Empty(output.Errors);
        Assert.Equal("image001.png,x,1\nimage002.png,x,0\n", Entry("a.zip", "label.csv").ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Labels_are_taken_as_an_argument_too()
    {
        CommandOutput output = _session.Run(
            "New-DqDatasetArchive -InputObject (ConvertFrom-DqClassFolders folders) -DestinationPath a.zip");
        Assert.Equal(6L, output.Single.Value("Images"));
    }

    [Fact]
    public void A_script_block_overrides_what_a_label_says()
    {
        CommandOutput output = _session.Run(
            "ConvertFrom-DqClassFolders folders | New-DqDatasetArchive -Class { $_.Class.ToUpper() } -DestinationPath a.zip");

        Assert.Equal(6L, output.Single.Value("Images"));
        Assert.Contains(",CLASS A,1\n", Entry("a.zip", "label.csv").ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_is_not_rooted_is_found_from_the_current_location()
    {
        CommandOutput output = _session.Run("""
            [DeepQDataset.DqLabel]@{ Image = 'x.png'; Class = 'x'; Value = 1; SourcePath = 'good/image/image001.png' } |
                New-DqDatasetArchive -DestinationPath a.zip
            """);
        Assert.Equal(1L, output.Single.Value("Images"));
    }

    [Fact]
    public void A_source_outside_the_file_system_is_an_error_and_nothing_is_written()
    {
        CommandOutput output = _session.Run("""
            [DeepQDataset.DqLabel]@{ Image = 'image001'; Class = 'x'; Value = 1; SourcePath = 'Env:image' } |
                New-DqDatasetArchive -ImageFolder good/image -DestinationPath a.zip
            """);

        Assert.Equal(["NotFileSystem", "LabelsRefused"], output.ErrorIds);
        Assert.False(File.Exists(_folder["a.zip"]));
    }

    [Fact]
    public void What_serialization_leaves_of_a_label_is_one()
    {
        using (PowerShellSession other = new(_folder.FullPath, importsModule: false))
        {
            _session.Run("ConvertFrom-DqClassFolders folders | New-DqDatasetArchive -DestinationPath a.zip");
            other.Set(
                "xml", _session.Run("[System.Management.Automation.PSSerializer]::Serialize((ConvertFrom-DqClassFolders folders))").Single);
            CommandOutput output = other.Run(
                $$"""
                $labels = [System.Management.Automation.PSSerializer]::Deserialize($xml)
                $labels[0].PSTypeNames[0]
                Import-Module '{{BuildOutput.Manifest}}'
                ($labels | New-DqDatasetArchive -DestinationPath b.zip).Labels
                """);

            Assert.Empty(output.Errors);
            Assert.Equal("Deserialized.DeepQDataset.DqLabel", output.Texts.First());
        }

        Assert.Equal(Entry("a.zip", "label.csv"), Entry("b.zip", "label.csv"));
    }

    [Fact]
    public void No_labels_at_all_are_an_error_where_labels_were_meant()
    {
        CommandOutput output = _session.Run("@() | New-DqDatasetArchive -ImageFolder good/image -DestinationPath a.zip");
        Assert.Equal(["NoLabels"], output.ErrorIds);
    }

    /// <summary>A table gives all that a label has, but for the place where a label was read.</summary>
    [Theory]
    [InlineData("New-DqDatasetArchive")]
    [InlineData("Export-DqDataset")]
    [InlineData("ConvertTo-DqCoco")]
    public void A_table_has_a_column_for_every_property_of_a_label(string command)
    {
        string[] properties =
        [
            .. _session
                .Run("[DeepQDataset.DqLabel].GetProperties().Name")
                .Texts.Except(["Line", "OriginalImage"])
                .Order(StringComparer.Ordinal),
        ];
        CommandOutput columns = _session.Run(
            $$"""
            $table = (Get-Command {{command}}).ParameterSets.Where({ $_.Name -eq 'Table' })
            $table.Parameters.Where({ $_.ValueFromPipelineByPropertyName }).Name
            """);

        Assert.NotEmpty(properties);
        Assert.Equal(properties, columns.Texts.Order(StringComparer.Ordinal));
    }

    private string Entry(string zip, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(_folder[zip]);
        using StreamReader reader = new(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
