# Settings for Test-DqDataset, Get-DqIssue, New-DqDatasetArchive and Export-DqDataset: -SettingsPath settings.psd1
# The file is read as data; nothing in it is run. docs/settings.md explains each key.
@{
    # How much a rule matters here. Id or name = Information, Warning or Error.
    Severity   = @{
        DQ205           = 'Warning'     # names that are not plain ASCII: our viewer cannot show them
        MixedImageKinds = 'Error'       # we never mix DICOM with PNG or JPEG
        DQ520           = 'Information'
    }

    # Findings that do not count. Each needs a reason; one with a date stops counting after that day.
    Exclude    = @(
        @{
            Rule    = 'DQ111'
            Path    = 'delivery-note.txt'
            Reason  = 'The archive asks for a delivery note beside the images.'
        }
        @{
            Rule    = 'DQ309', 'DQ310'
            Path    = 'image/legacy/*'
            Reason  = 'The old scanner writes them; it is replaced in summer.'
            Expires = '2027-09-30'
        }
    )

    # Bounds. Sizes may be written as 500MB or 200GB.
    Thresholds = @{
        MaximumImbalance  = 20
        MaximumTotalBytes = 200GB
        MaximumEntryBytes = 4GB
        MaximumRatio      = 500
    }
}
