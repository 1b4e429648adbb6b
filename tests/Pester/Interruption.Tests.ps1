#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# What stays behind when a command is interrupted: by Ctrl+C, by the system's request to end, and without warning.

BeforeDiscovery {
    $export = 'Export-DqDataset ./slow -DestinationPath ./target'
    $interruptions = @(
        @{ Signal = 'INT'; Form = '-Command'; Command = $export }
        @{ Signal = 'TERM'; Form = '-File'; Command = $export }
        @{ Signal = 'HUP'; Form = '-Command'; Command = $export }
        @{ Signal = 'TERM'; Form = '-Command'; Command = 'Repair-DqDataset ./slow -DestinationPath ./target' }
        @{ Signal = 'INT'; Form = '-File'; Command = 'ConvertTo-DqYolo ./slow -DestinationPath ./target' }
        @{ Signal = 'INT'; Form = '-Command'; Command = 'New-DqDatasetArchive ./slow -DestinationPath ./target.zip' }
        @{ Signal = 'TERM'; Form = '-Command'; Command = 'New-DqDatasetArchive ./slow -DestinationPath ./target.zip' }
    )
}

BeforeAll {
    $root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
    $module = Join-Path $root 'out' 'DeepQDataset'
    $samples = Join-Path $root 'samples'
    Import-Module $module -Force
    $pwsh = @([Environment]::ProcessPath)
    if ([IO.Path]::GetFileNameWithoutExtension($pwsh[0]) -eq 'dotnet') { $pwsh += [Environment]::GetCommandLineArgs()[0] }
    $dq = Get-ChildItem (Join-Path $root 'src' 'DeepQDataset.Host' 'bin') -Recurse -Filter dq.dll |
        Where-Object { $_.Directory.Name -like 'net*' } | Sort-Object LastWriteTime | Select-Object -Last 1

    # A detection whose images are large and take no room: header, an IDAT of zeros, end.
    function New-SlowDataset([string] $Path, [int] $Images, [long] $Bytes) {
        $null = New-Item -ItemType Directory (Join-Path $Path 'image')
        $sample = [IO.File]::ReadAllBytes((Get-ChildItem (Join-Path $samples 'lesion-detection' 'image') -Filter *.png)[0])
        $length = [BitConverter]::GetBytes([int]$Bytes)
        [Array]::Reverse($length)
        foreach ($number in 1..$Images) {
            $file = [IO.File]::Create((Join-Path $Path 'image' "scan$number.png"))
            $file.Write($sample, 0, 33)
            $file.Write([byte[]]($length + [Text.Encoding]::ASCII.GetBytes('IDAT')), 0, 8)
            $file.SetLength($file.Position + $Bytes + 4)
            $null = $file.Seek(0, 'End')
            $file.Write($sample, $sample.Length - 12, 12)
            $file.Dispose()
        }

        1..$Images | ForEach-Object { "scan$_.png,lesion,1,1,8,8" } | Set-Content (Join-Path $Path 'label.csv')
    }

    function Start-Program([string[]] $Words) {
        $start = [Diagnostics.ProcessStartInfo]::new($Words[0])
        $Words | Select-Object -Skip 1 | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.WorkingDirectory = $folder
        $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        [Diagnostics.Process]::Start($start)
    }

    function Start-PowerShell([string] $Command, [string] $Form = '-Command') {
        $script = "Import-Module '$module'; $Command"
        if ($Form -eq '-File') {
            Set-Content (Join-Path $folder 'script.ps1') $script
            $script = Join-Path $folder 'script.ps1'
        }

        Start-Program ($pwsh + '-NoProfile', '-NonInteractive', $Form, $script)
    }

    function Get-Hidden { Get-ChildItem $folder -Force -Recurse -Filter '.*.tmp' }

    function Wait-Hidden([Diagnostics.Process] $Process) {
        while (-not $Process.HasExited -and -not (Get-Hidden)) { Start-Sleep -Milliseconds 10 }
        Get-Hidden | Should -Not -BeNullOrEmpty -Because 'it must be interrupted while it writes'
    }

    function Stop-BySignal([Diagnostics.Process] $Process, [string] $Signal) {
        kill "-$Signal" $Process.Id
        $Process.WaitForExit(60000) | Should -BeTrue
    }
}

AfterAll {
    Remove-Module DeepQDataset
}

Describe 'An interrupted command' -Skip:$IsWindows {
    BeforeAll {
        $folder = Join-Path $TestDrive 'interrupted'
        New-SlowDataset (Join-Path $folder 'slow') 4 300MB
    }

    AfterEach {
        Get-ChildItem $folder -Force -Exclude slow | Remove-Item -Recurse -Force
    }

    It 'leaves nothing in pwsh <Form> at SIG<Signal>: <Command>' -ForEach $interruptions {
        $process = Start-PowerShell $Command $Form
        Wait-Hidden $process
        Stop-BySignal $process $Signal
        Get-ChildItem $folder -Force -Exclude slow, script.ps1 | Should -BeNullOrEmpty
    }

    It 'leaves nothing in dq at SIG<_>' -ForEach 'INT', 'TERM', 'HUP' {
        $process = Start-Program 'dotnet', $dq.FullName, 'Export-DqDataset', './slow', './target'
        Wait-Hidden $process
        Stop-BySignal $process $_
        Get-ChildItem $folder -Force -Exclude slow | Should -BeNullOrEmpty
    }

    It 'leaves nothing when a job is ended' {
        $job = Start-Job -WorkingDirectory $folder { Import-Module $using:module; Export-DqDataset ./slow ./target }
        while ($job.State -eq 'Running' -and -not (Get-Hidden)) { Start-Sleep -Milliseconds 10 }
        Get-Hidden | Should -Not -BeNullOrEmpty
        Stop-Job $job
        Remove-Job $job -Force
        Get-Hidden | Should -BeNullOrEmpty
    }

    It 'goes on where SIGHUP is ignored, as nohup does' {
        Copy-Item (Join-Path $samples 'lesion-detection') (Join-Path $folder 'small') -Recurse
        $text = "Import-Module '$module'; New-DqDatasetArchive ./small ./first.zip; 'started' > ./started; " +
            'Start-Sleep 1; New-DqDatasetArchive ./small ./second.zip'
        $process = Start-Program (@('nohup') + $pwsh + '-NoProfile' + '-Command' + $text)
        while (-not $process.HasExited -and -not (Test-Path (Join-Path $folder 'started'))) { Start-Sleep -Milliseconds 10 }
        Stop-BySignal $process HUP
        Join-Path $folder 'second.zip' | Should -Exist
    }

    It 'that is killed leaves what the next run removes' {
        $process = Start-PowerShell 'Export-DqDataset ./slow ./target'
        Wait-Hidden $process
        $process.Kill()
        $process.WaitForExit()
        Get-Hidden | Should -HaveCount 1

        Export-DqDataset (Join-Path $samples 'lesion-detection') (Join-Path $folder 'other') | Should -HaveCount 1
        Get-ChildItem $folder -Force -Exclude slow | Should -HaveCount 1
    }

    It 'keeps what another run is writing' {
        $process = Start-PowerShell 'Export-DqDataset ./slow ./target'
        try {
            Wait-Hidden $process
            Export-DqDataset (Join-Path $samples 'lesion-detection') (Join-Path $folder 'other')
            $process.HasExited -or (Get-Hidden) | Should -BeTrue
        }
        finally {
            $process.WaitForExit()
        }

        Join-Path $folder 'target' 'image' 'scan1.png' | Should -Exist
    }
}

Describe 'An interrupted Expand-DqDatasetArchive' -Skip:$IsWindows {
    BeforeAll {
        $folder = Join-Path $TestDrive 'unpacking'
        New-SlowDataset (Join-Path $folder 'slow') 4 200MB
        New-DqDatasetArchive (Join-Path $folder 'slow') (Join-Path $folder 'slow.zip')
        Remove-Item (Join-Path $folder 'slow') -Recurse
    }

    AfterEach {
        Get-ChildItem $folder -Force -Exclude slow.zip | Remove-Item -Recurse -Force
    }

    It 'leaves a folder that Test-DqDataset calls incomplete, until it is done again, after SIG<_>' -ForEach 'INT', 'TERM', 'KILL' {
        $process = Start-PowerShell 'Expand-DqDatasetArchive ./slow.zip ./target -MaximumRatio 100000'
        $target = Join-Path $folder 'target'
        while (-not $process.HasExited -and -not (Get-ChildItem "$target/image" -Force -ErrorAction Ignore)) {
            Start-Sleep -Milliseconds 10
        }

        Stop-BySignal $process $_

        $result = Test-DqDataset $target -ErrorVariable problem -ErrorAction SilentlyContinue
        $result | Should -BeNullOrEmpty
        $problem | Should -HaveCount 1
        $problem.FullyQualifiedErrorId | Should -BeLike 'DatasetIncomplete,*'
        "$problem" | Should -BeLike "*is incomplete: unpacking '*slow.zip' has not ended. Expand-DqDatasetArchive goes on*"
        New-DqDatasetArchive $target (Join-Path $folder 'again.zip') -AllowErrors -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused | Should -HaveCount 1
        Join-Path $folder 'again.zip' | Should -Not -Exist

        Expand-DqDatasetArchive (Join-Path $folder 'slow.zip') $target -MaximumRatio 100000 | Should -HaveCount 1
        (Test-DqDataset $target).Images | Should -Be 4
        Get-ChildItem $target -Recurse -Force -Filter '.*' | Should -BeNullOrEmpty
    }
}
