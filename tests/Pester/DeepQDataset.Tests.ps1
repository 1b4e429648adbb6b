#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# The module as its users meet it: in an installed PowerShell, beside its own cmdlets. The bulk of the tests needs no PowerShell:
# tests/DeepQDataset.Cmdlets.Tests.

BeforeDiscovery {
    $manifest = Join-Path (Split-Path -Parent (Split-Path -Parent $PSScriptRoot)) 'module' 'DeepQDataset.psd1'
    $commands = (Import-PowerShellDataFile $manifest).CmdletsToExport
}

BeforeAll {
    $root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
    $samples = Join-Path $root 'samples'
    Import-Module (Join-Path $root 'out' 'DeepQDataset') -Force
}

AfterAll {
    Remove-Module DeepQDataset
}

Describe 'The module' {
    It 'exports the cmdlets of its manifest' {
        $manifest = Import-PowerShellDataFile (Join-Path $root 'out' 'DeepQDataset' 'DeepQDataset.psd1')
        (Get-Command -Module DeepQDataset).Name | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
    }

    It 'has help with an example for <_>' -ForEach $commands {
        (Get-Help $_).examples.example | Should -Not -BeNullOrEmpty
    }

    It 'keeps its commands when it is imported again' {
        Import-Module (Join-Path $root 'out' 'DeepQDataset') -Force
        Get-Command Test-DqDataset | Should -Not -BeNullOrEmpty
    }
}

Describe 'Test-DqDataset' {
    It 'accepts the accepted sample' {
        (Test-DqDataset (Join-Path $samples 'chest-classification')).Passed | Should -BeTrue
    }

    It 'takes what Get-ChildItem emits' {
        $results = Get-ChildItem $samples -Directory | Test-DqDataset
        $results.Count | Should -Be (Get-ChildItem $samples -Directory).Count
        ($results | Where-Object -Not Passed).Dataset | Should -Contain 'broken'
    }

    It 'is flat enough for Export-Csv' {
        $csv = Test-DqDataset (Join-Path $samples 'broken') | ConvertTo-Csv | ConvertFrom-Csv
        $csv.Issues | Should -Match '^DQ\d{3}×\d+( DQ\d{3}×\d+)*$'
        $csv.PSObject.Properties.Name | Should -Not -Contain 'PSPath'
    }

    It 'survives Export-Clixml' {
        $path = Join-Path $TestDrive 'result.xml'
        Test-DqDataset (Join-Path $samples 'broken') | Export-Clixml $path
        $result = Import-Clixml $path
        $result | Should -BeOfType DeepQDataset.DqTestResult
        ($result | Get-DqIssue -MinimumSeverity Error | Select-Object -First 1).Severity -eq 'Error' | Should -BeTrue
    }

    It 'survives a job' {
        $module = Join-Path $root 'out' 'DeepQDataset'
        $path = Join-Path $samples 'broken'
        $result = Start-Job { Import-Module $using:module; Test-DqDataset $using:path } | Receive-Job -Wait -AutoRemoveJob
        ($result | Get-DqIssue).Count | Should -Be @(Get-DqIssue $path).Count
    }

    It 'stops when a later command has enough' {
        Test-DqDataset (Join-Path $samples '*') | Select-Object -First 1 | Should -HaveCount 1
    }
}

Describe 'New-DqDatasetArchive' {
    It 'packs the labels of a table with columns of its own' {
        $table = Join-Path $TestDrive 'findings.csv'
        $zip = Join-Path $TestDrive 'findings.zip'
        $folder = Join-Path $samples 'chest-classification' 'image'
        Get-ChildItem $folder -File | Select-Object @{ n = 'file'; e = { $_.Name } }, @{ n = 'finding'; e = { 'nodule' } } | Export-Csv $table
        $archive = Import-Csv $table | New-DqDatasetArchive -Image { $_.file } -Class { $_.finding } -Value { '1' } -ImageFolder $folder -DestinationPath $zip
        $archive.Images | Should -Be (Get-ChildItem $folder -File).Count
        Test-DqDataset $zip -Quiet | Should -BeTrue
    }

    It 'moves on by its PSPath' {
        $zip = Join-Path $TestDrive 'a.zip'
        $null = New-Item (Join-Path $TestDrive 'upload') -ItemType Directory
        New-DqDatasetArchive (Join-Path $samples 'chest-classification') -DestinationPath $zip | Move-Item -Destination (Join-Path $TestDrive 'upload')
        Join-Path $TestDrive 'upload' 'a.zip' | Should -Exist
    }
}
