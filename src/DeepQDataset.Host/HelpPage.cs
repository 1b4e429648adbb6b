using System.Management.Automation;
using System.Reflection;

namespace DeepQDataset.Host;

/// <summary>Shows the help page of <c>dq</c>.</summary>
internal static class HelpPage
{
    /// <summary>Gets the version of the program.</summary>
    public static string Version => typeof(HelpPage).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Shows the usage, and the commands with their synopses.</summary>
    public static void Show(PowerShell shell) => shell.AddScript("""
        'dq checks, converts and packs medical-image datasets for the DeepQ platform.'
        ''
        '  dq <command> [-Parameter value] ...    one command; its words are taken as they are'
        "  dq -Command '<text>'                   PowerShell code, with pipelines and all"
        '  dq -File <script.ps1> [arguments]      a PowerShell script'
        '  dq -Help, dq -Version'
        ''
        'Commands:'
        foreach ($command in Get-Command -Module DeepQDataset) {
            '  {0,-28} {1}' -f $command.Name, (Get-Help $command.Name).Synopsis
        }
        ''
        'dq Get-Help <command> -Examples shows how each is used.'
        'Exit code: 0 all done and accepted, 1 an error, 2 a tested dataset was rejected.'
        """);
}
