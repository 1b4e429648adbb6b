<#
.SYNOPSIS
    Runs Pester tests and writes one JSON object with the result of each.
.PARAMETER Pester
    The manifest of the Pester module to use.
.PARAMETER Path
    The folder or file with the tests.
.PARAMETER Destination
    The JSON file to write.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Pester,
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $Destination
)

$ErrorActionPreference = 'Stop'
$module = Import-Module -Name $Pester -PassThru

function ConvertTo-Text($ErrorRecord) {
    $lines = foreach ($record in $ErrorRecord) {
        $record.DisplayErrorMessage ?? $record.ToString()
        $record.DisplayStackTrace ?? $record.ScriptStackTrace
    }
    $lines -join "`n"
}

# BeforeAll, AfterAll and the discovery can fail, too: each such failure is a result of its own, so that none is lost
# where all tests around it passed.
function Get-Failure($Block, [string] $Name) {
    if ($Block.ErrorRecord) {
        [ordered]@{ Name = "$Name (set-up or clean-up)"; Outcome = 'Failed'; Message = ConvertTo-Text $Block.ErrorRecord }
    }

    foreach ($child in $Block.Blocks) {
        Get-Failure $child "$Name $($child.ExpandedName)"
    }
}

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$run = Invoke-Pester -Configuration $configuration
if (-not $run) {
    throw "Pester found nothing to run in '$Path'."
}

$results = @(
    foreach ($test in $run.Tests) {
        $file = Split-Path -Leaf $test.Block.BlockContainer.Item
        [ordered]@{ Name = "${file}: $($test.ExpandedPath)"; Outcome = "$($test.Result)"; Message = ConvertTo-Text $test.ErrorRecord }
    }

    foreach ($container in $run.Containers) {
        Get-Failure $container "$(Split-Path -Leaf $container.Item):"
    }
)
$report = [ordered]@{
    PowerShell = "$($PSVersionTable.PSVersion)"
    Pester = "$($module.Version)"
    Result = "$($run.Result)"
    Total = $run.TotalCount
    Results = $results
}
[System.IO.File]::WriteAllText($Destination, (ConvertTo-Json $report -Depth 4))
