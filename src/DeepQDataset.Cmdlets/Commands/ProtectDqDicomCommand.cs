using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Privacy;

namespace DeepQDataset.Commands;

/// <summary>Copies DICOM files de-identified, so that studies, series and patients stay together.</summary>
/// <remarks>
/// Follows the Basic Application Level Confidentiality Profile of the DICOM standard (PS3.15 annex E): attributes that may tell who the
/// patient is are removed, emptied or replaced, in sequences, too; private groups, curves and overlays are removed; UIDs and the
/// patient's ID are replaced by keyed hashes. Pixels stay byte for byte as they are: a warning tells where they may carry text. Nothing
/// is written into the source, and a file that cannot be read completely is not copied. That a copy is anonymous is not claimed.
/// </remarks>
/// <example>
/// <code>Protect-DqDicom ./export -DestinationPath ./chest/image -Key (Get-Content ./key.txt -Raw)</code>
/// <para>Copies all DICOM files of a folder and those in it. The same key gives the same UIDs and IDs next time.</para>
/// </example>
/// <example>
/// <code>Protect-DqDicom ./export -DestinationPath ./chest/image -ShiftDates -RetainPatientCharacteristics | Where-Object Warnings</code>
/// <para>Moves dates instead of removing them, keeps sex, age, size and weight, and lists the copies that somebody should look at.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem ./export -Recurse -Filter *.dcm | Protect-DqDicom -DestinationPath ./out -WhatIf</code>
/// <para>Says which files would be copied.</para>
/// </example>
[Cmdlet(VerbsSecurity.Protect, "DqDicom", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqProtection))]
public sealed partial class ProtectDqDicomCommand : DqPathCommand
{
    private DicomProtector? _protector;
    private string _destination = "";

    /// <summary>Specifies the folder for the copies, another one than the source's; which is created if it does not exist.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    /// <summary>
    /// Specifies a secret from which the new UIDs, IDs and the days that dates are moved by follow, as text or SecureString: the same one
    /// gives the same again. When left out, a random one is taken, and nothing copied later fits to what is copied now.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SecretText]
    public string? Key { get; set; }

    /// <summary>Moves dates back by 1 to 3650 days, all dates of a patient by the same number, instead of removing them.</summary>
    [Parameter]
    public SwitchParameter ShiftDates { get; set; }

    /// <summary>Keeps sex, age, size, weight, ethnic group, smoking and pregnancy status.</summary>
    [Parameter]
    public SwitchParameter RetainPatientCharacteristics { get; set; }

    /// <summary>
    /// Keeps the names of files and folders instead of naming copies by their new SOP Instance UIDs. Make sure that no patient is named
    /// in them.
    /// </summary>
    [Parameter]
    public SwitchParameter KeepNames { get; set; }

    /// <summary>Replaces files that are there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Specifies the number of files that are worked on at a time; as many as there are processors when left out.</summary>
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
