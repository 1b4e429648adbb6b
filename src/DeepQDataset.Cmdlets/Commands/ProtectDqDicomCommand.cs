using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Privacy;

namespace DeepQDataset.Commands;

/// <summary>Copies DICOM files without data that identifies the patient; studies, series and patients stay together.</summary>
/// <remarks>
/// Follows the Basic Application Level Confidentiality Profile of the DICOM standard (PS3.15 annex E): attributes that may identify the
/// patient are removed, emptied or replaced, also in sequences; private groups, curves and overlays are removed; UIDs and the patient ID
/// are replaced by keyed hashes. Pixels are unchanged: a warning lists files whose pixels may contain text. Nothing is written to the
/// source, and a file that cannot be read completely is not copied. There is no claim that a copy is anonymous.
/// </remarks>
/// <example>
/// <code>Protect-DqDicom ./export -DestinationPath ./chest/image -Key (Get-Content ./key.txt -Raw)</code>
/// <para>Copies all DICOM files of a folder and its subfolders. The same key gives the same UIDs and IDs next time.</para>
/// </example>
/// <example>
/// <code>Protect-DqDicom ./export -DestinationPath ./chest/image -ShiftDates -RetainPatientCharacteristics | Where-Object Warnings</code>
/// <para>Shifts dates instead of removing them, keeps sex, age, size and weight, and lists the copies that a person should check.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem ./export -Recurse -Filter *.dcm | Protect-DqDicom -DestinationPath ./out -WhatIf</code>
/// <para>Lists the files that would be copied.</para>
/// </example>
[Cmdlet(VerbsSecurity.Protect, "DqDicom", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqProtection))]
public sealed partial class ProtectDqDicomCommand : DqPathCommand
{
    private DicomProtector? _protector;
    private string _destination = "";

    /// <summary>Specifies the folder for the copies, which is created if it does not exist. It must not be the source folder.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    /// <summary>
    /// Specifies the secret that determines the new UIDs and IDs and the number of days by which dates are shifted, as text or
    /// SecureString. The same secret gives the same values. The default is a random secret, with which later copies do not match the
    /// current ones.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SecretText]
    public string? Key { get; set; }

    /// <summary>Shifts dates back by 1 to 3650 days, all dates of a patient by the same number, instead of removing them.</summary>
    [Parameter]
    public SwitchParameter ShiftDates { get; set; }

    /// <summary>Keeps sex, age, size, weight, ethnic group, smoking and pregnancy status.</summary>
    [Parameter]
    public SwitchParameter RetainPatientCharacteristics { get; set; }

    /// <summary>
    /// Keeps the names of files and folders instead of naming copies by their new SOP Instance UIDs. Make sure that the names do not
    /// identify a patient.
    /// </summary>
    [Parameter]
    public SwitchParameter KeepNames { get; set; }

    /// <summary>Replaces existing files.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Specifies the number of files to process at a time. The default is the number of processors.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (new PathResolver(this).Destination(DestinationPath) is not string destination)
        {
            return;
        }

        if (Key is null)
        {
            WriteVerbose("No -Key was given: a random one is used, so that the new UIDs and IDs will not be the same another time.");
        }

        _destination = destination;
        _protector = new DicomProtector(destination, new ProtectionOptions
        {
            Key = Key is null ? ProtectionKey.Random() : ProtectionKey.From(Key),
            ShiftDates = ShiftDates,
            RetainPatientCharacteristics = RetainPatientCharacteristics,
            KeepNames = KeepNames,
            Overwrite = Force,
            ThrottleLimit = ThrottleLimit,
        });
    }
}
