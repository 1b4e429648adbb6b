@{
    RootModule           = 'DeepQDataset.psm1'
    ModuleVersion        = '@Version@'
    GUID                 = '5c1f2e0b-6f0d-4a5e-9a3e-8b1d6f7c2a94'
    Author               = 'The DeepQDataset authors'
    CompanyName          = 'Community'
    Copyright            = '(c) 2026 The DeepQDataset authors'
    Description          = 'Validates, converts and packages medical-image datasets for upload to the DeepQ AI platform.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    RequiredAssemblies   = @('bin/DeepQDataset.Loader.dll')
    TypesToProcess       = @('DeepQDataset.types.ps1xml')
    FormatsToProcess     = @('DeepQDataset.format.ps1xml')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Compare-DqDataset'
        'ConvertFrom-DqClassFolders'
        'ConvertFrom-DqCoco'
        'ConvertFrom-DqLabelMe'
        'ConvertFrom-DqMask'
        'ConvertFrom-DqPrediction'
        'ConvertFrom-DqVoc'
        'ConvertFrom-DqYolo'
        'ConvertTo-DqCoco'
        'ConvertTo-DqStudyFolders'
        'ConvertTo-DqYolo'
        'Expand-DqDatasetArchive'
        'Export-DqDataset'
        'Export-DqReport'
        'Get-DqDataset'
        'Get-DqImage'
        'Get-DqIssue'
        'Get-DqLabel'
        'Get-DqRule'
        'Measure-DqDataset'
        'Measure-DqPrediction'
        'New-DqDatasetArchive'
        'Protect-DqDicom'
        'Repair-DqDataset'
        'Test-DqDataset'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags = @('DeepQ', 'dataset', 'medical', 'imaging', 'DICOM', 'validation', 'PSEdition_Core', 'Windows', 'Linux')
        }
    }
}
