<#
.SYNOPSIS
    Builds, tests, packs or cleans the project.
.DESCRIPTION
    Uses the language, .NET and native commands only, so that the engine inside of dq can run it as well as pwsh:
    dotnet run --project src/DeepQDataset.Host -- -File build.ps1 -Task Build
.PARAMETER Task
    Build: all projects; the importable module is then in out/DeepQDataset.
    Test: all tests, those of Pester included.
    Package: the module as a zip and dq as a .NET tool, in out/packages.
    Clean: removes what the other tasks made.
.PARAMETER Configuration
    Debug or Release.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Package', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$solution = [System.IO.Path]::Combine($PSScriptRoot, 'DeepQDataset.sln')
$out = [System.IO.Path]::Combine($PSScriptRoot, 'out')
$module = [System.IO.Path]::Combine($out, 'DeepQDataset')
$packages = [System.IO.Path]::Combine($out, 'packages')

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $args failed with exit code $LASTEXITCODE."
    }
}

function Remove-Folder([string] $Path) {
    if ([System.IO.Directory]::Exists($Path) -and $PSCmdlet.ShouldProcess($Path, 'Remove folder')) {
        [System.IO.Directory]::Delete($Path, $true)
    }
}

switch ($Task) {
    'Build' {
        if ($PSCmdlet.ShouldProcess($solution, 'Build')) {
            Invoke-DotNet build $solution --configuration $Configuration
            "The module is in $module."
        }
    }
    'Test' {
        if ($PSCmdlet.ShouldProcess($solution, 'Test')) {
            Invoke-DotNet test --solution $solution --configuration $Configuration
        }
    }
    'Package' {
        if ($PSCmdlet.ShouldProcess($packages, 'Package')) {
            $tool = [System.IO.Path]::Combine($PSScriptRoot, 'src', 'DeepQDataset.Host', 'DeepQDataset.Host.csproj')
            Invoke-DotNet pack $tool --configuration $Configuration --output $packages
            $core = [System.IO.Path]::Combine($module, 'bin', 'DeepQDataset.Core.dll')
            $version = [System.Reflection.AssemblyName]::GetAssemblyName($core).Version.ToString(3)
            $zip = [System.IO.Path]::Combine($packages, "DeepQDataset-$version.zip")
            [System.IO.File]::Delete($zip)
            [System.IO.Compression.ZipFile]::CreateFromDirectory($module, $zip, 'Optimal', $true)
            "The module and dq are in $packages."
        }
    }
    'Clean' {
        Remove-Folder $out
        foreach ($area in 'src', 'tests', 'bench') {
            $folder = [System.IO.Path]::Combine($PSScriptRoot, $area)
            if ([System.IO.Directory]::Exists($folder)) {
                foreach ($project in [System.IO.Directory]::GetDirectories($folder)) {
                    Remove-Folder ([System.IO.Path]::Combine($project, 'bin'))
                    Remove-Folder ([System.IO.Path]::Combine($project, 'obj'))
                }
            }
        }
    }
}
