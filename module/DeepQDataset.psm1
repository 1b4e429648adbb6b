# The manifest's RequiredAssemblies has brought the loader; it keeps all else in a load context of its own.
$core = [DeepQDataset.Loader.ModuleLoadContext]::Core
$commands = [DeepQDataset.Loader.ModuleLoadContext]::Commands

# Importing Core makes its types visible to scripts: [DeepQDataset.DqLabel].
Import-Module -Assembly $core
$inner = Import-Module -Assembly $commands -PassThru

# The engine keeps the inner module from an earlier import and then does not export its commands from this one again
# (PowerShell issue 20710), so they are handed over here.
$export = [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', [System.Reflection.BindingFlags]'Instance, NonPublic')
foreach ($command in $inner.ExportedCmdlets.Values) {
    $null = $export.Invoke($ExecutionContext.SessionState.Module, @(, $command))
}
