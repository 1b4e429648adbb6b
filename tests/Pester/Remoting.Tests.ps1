#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# docs/remoting.md: many datasets over cores and machines. The other machine is this one, by way of an SSH server that the test starts.

BeforeAll {
    $root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
    $samples = Join-Path $root 'samples'
    $module = Join-Path $root 'out' 'DeepQDataset'
    Import-Module $module -Force
}

AfterAll {
    Remove-Module DeepQDataset
}

Describe 'Over cores' {
    BeforeAll {
        $folders = Get-ChildItem $samples -Directory -Exclude automation
        $together = $folders | ForEach-Object -Parallel {
            Import-Module $using:module
            Test-DqDataset -LiteralPath $_.FullName -ThrottleLimit 1
        } -ThrottleLimit 4
    }

    It 'gives the same results as one after the other' {
        $alone = $folders | Test-DqDataset -InformationAction Ignore
        $together | Should -HaveCount $folders.Count
        Compare-Object $alone $together -Property Path, Passed, Errors, Warnings, Images | Should -BeNullOrEmpty
    }

    It 'gives one report' {
        $report = Join-Path $TestDrive 'cores.csv'
        $null = $together | Sort-Object Path | Export-DqReport -DestinationPath $report
        (Import-Csv $report).Path | Select-Object -Unique | Should -Be ($folders.FullName | Sort-Object)
    }
}

Describe 'Over machines' {
    BeforeAll {
        $program = (Get-Command sshd, /usr/sbin/sshd, /usr/local/sbin/sshd -CommandType Application -ErrorAction Ignore).Source |
            Select-Object -First 1
        $missing = if ($IsWindows) { 'the test starts an SSH server as Unix has it' }
        elseif (-not $program) { 'no SSH server is installed (Debian and Ubuntu: apt-get install openssh-server)' }
        elseif (-not (Get-Command ssh-keygen -ErrorAction Ignore)) { 'no SSH client is installed (apt-get install openssh-client)' }
        $server = $session = $null
        if (-not $missing) {
            # Where names of files end at 255 bytes, those of sockets end at 108: the folder is short.
            $keys = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "dq$PID")).FullName
            ssh-keygen -q -t ed25519 -N '' -f "$keys/host"
            ssh-keygen -q -t ed25519 -N '' -f "$keys/user"
            Copy-Item "$keys/user.pub" "$keys/authorized"
            $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
            $listener.Start()
            $port = $listener.LocalEndpoint.Port
            $listener.Stop()

            # A shell as it is after a login has another search path than this process.
            $words = @([Environment]::ProcessPath)
            if ([IO.Path]::GetFileNameWithoutExtension($words[0]) -eq 'dotnet') { $words += [Environment]::GetCommandLineArgs()[0] }
            Set-Content "$keys/subsystem" "#!/bin/sh`nexec '$($words -join "' '")' -NoLogo -NoProfile -sshs"
            chmod 700 "$keys/subsystem"
            Set-Content "$keys/config" @"
Port $port
ListenAddress 127.0.0.1
HostKey $keys/host
PidFile $keys/pid
AuthorizedKeysFile $keys/authorized
PasswordAuthentication no
KbdInteractiveAuthentication no
StrictModes no
UsePAM no
Subsystem powershell $keys/subsystem
"@
            if ([Environment]::UserName -eq 'root') { $null = New-Item -ItemType Directory /run/sshd -Force }
            $server = Start-Process $program -ArgumentList '-D', '-e', '-f', "$keys/config" -PassThru -RedirectStandardError "$keys/log"
            $connection = @{
                HostName    = '127.0.0.1'
                Port        = $port
                UserName    = [Environment]::UserName
                KeyFilePath = "$keys/user"
                Options     = @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = '/dev/null'; LogLevel = 'ERROR' }
            }
            for ($try = 1; -not $session -and $try -le 30 -and -not $server.HasExited; $try++) {
                Start-Sleep -Milliseconds 200
                $session = New-PSSession @connection -ErrorAction SilentlyContinue -ErrorVariable problem
            }

            if (-not $session) { throw "There is no session: $problem $(Get-Content "$keys/log" -Raw)" }
            Invoke-Command $session { Import-Module $using:module }
            $remote = Invoke-Command $session {
                Test-DqDataset (Join-Path $using:samples 'broken'), (Join-Path $using:samples 'lesion-detection') -InformationAction Ignore
            }
        }
    }

    BeforeEach {
        if ($missing) { Set-ItResult -Skipped -Because $missing }
    }

    AfterAll {
        if ($session) { Remove-PSSession $session }
        if ($server) {
            if (-not $server.HasExited) { $server.Kill() }
            Remove-Item $keys -Recurse -Force
        }
    }

    It 'gives results that a cast makes whole, and that say where they come from' {
        $typed = [DeepQDataset.DqTestResult[]]$remote
        ($typed | ForEach-Object { $_ -is [DeepQDataset.DqTestResult] }) | Should -Be $true, $true
        $typed.PSComputerName | Should -Be '127.0.0.1', '127.0.0.1'
        @($typed.Issues | Where-Object Severity -GE Warning).Count | Should -Be @(
            Get-DqIssue (Join-Path $samples 'broken') -MinimumSeverity Warning).Count
        $remote | Should -HaveCount 2
        $remote.PSComputerName | Should -Be '127.0.0.1', '127.0.0.1'
        $remote[0].Passed | Should -BeFalse
        ($remote | Get-DqIssue | Where-Object Severity -GE Warning).Count | Should -BeGreaterThan 20
    }

    It 'gives results that go with local ones' {
        $all = @($remote) + (Test-DqDataset (Join-Path $samples 'chest-classification')) | Sort-Object Errors -Descending
        $all.Dataset[0] | Should -Be 'broken'
        $report = Join-Path $TestDrive 'machines.csv'
        $null = $all | Export-DqReport -DestinationPath $report
        (Import-Csv $report).Dataset | Select-Object -Unique | Sort-Object | Should -Be 'broken', 'chest-classification', 'lesion-detection'
        $all | Export-Csv (Join-Path $TestDrive 'table.csv')
        (Import-Csv (Join-Path $TestDrive 'table.csv')).PSComputerName | Should -Contain '127.0.0.1'
    }

    It 'gives findings that can be compared with local ones' {
        $local = Get-DqIssue (Join-Path $samples 'broken')
        Compare-Object $local ($remote | Get-DqIssue) -Property RuleId, Path, Line, Severity | Should -BeNullOrEmpty
        $baseline = Join-Path $TestDrive 'known.json'
        $null = $remote | Export-DqReport -DestinationPath $baseline
        (Test-DqDataset (Join-Path $samples 'broken') -Baseline $baseline).Passed | Should -BeTrue
    }

    It 'gives an error of the other machine as an error here' {
        Invoke-Command $session { Test-DqDataset ./missing } -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem | Should -HaveCount 1
        $problem.OriginInfo.PSComputerName | Should -Be '127.0.0.1'
        $problem.FullyQualifiedErrorId | Should -BeLike 'ItemNotFound,*'
    }

    It 'works on several machines at a time' {
        $sessions = 1..2 | ForEach-Object { New-PSSession @connection }
        try {
            $results = Invoke-Command $sessions {
                Import-Module $using:module
                Test-DqDataset (Join-Path $using:samples 'ct-studies')
            }
            $results | Should -HaveCount 2
            $results.Passed | Should -Be $true, $true
        }
        finally {
            $sessions | Remove-PSSession
        }
    }
}
