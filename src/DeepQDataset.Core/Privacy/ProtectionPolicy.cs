using DeepQDataset.Confidentiality;
using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Privacy;

/// <summary>
/// Decides the treatment of each element by the Basic Profile and the options. If the profile depends on the attribute's type in its IOD,
/// the treatment is one that is valid for every type and reveals nothing: a dummy value if a value may be required (Z/D, X/D, X/Z/D), an
/// empty value if the attribute may be required (X/Z), other UIDs if references may be needed (X/Z/U*).
/// </summary>
/// <param name="options">The options of the de-identification.</param>
internal sealed class ProtectionPolicy(ProtectionOptions options)
{
    private const uint LengthToEnd = 0x00080001;

    /// <summary>Decides the treatment of an element.</summary>
    /// <param name="tag">The tag of the element.</param>
    /// <param name="vr">The value representation as written; a missing one or UN is looked up.</param>
    /// <param name="isTopLevel">Indicates whether the element is not in a sequence.</param>
    /// <param name="isInDummy">Indicates whether the element is in a sequence whose values are all replaced.</param>
    /// <param name="known">The value representation to use.</param>
    public AttributeTreatment Decide(uint tag, ushort vr, bool isTopLevel, bool isInDummy, out ushort known)
    {
        known = vr is ValueRepresentation.None or ValueRepresentation.UN ? ValueRepresentation.None : vr;
        if (IsTechnical(tag) || (isTopLevel && DeidentificationMark.IsMark(tag)))
        {
            return AttributeTreatment.Drop;
        }

        if (ConfidentialityProfile.IsInRemovedGroup(tag))
        {
            return AttributeTreatment.Remove;
        }

        if (ConfidentialityProfile.Find(tag) is not { } attribute)
        {
            return IsReference(tag) ? AttributeTreatment.NewUid
                : isInDummy ? InDummy(tag, known)
                : options.ShiftDates && ValueRepresentation.IsDate(known) ? AttributeTreatment.Shift
                : AttributeTreatment.Keep;
        }

        known = known == ValueRepresentation.None ? attribute.Vr : known;
        return Retained(attribute, known) ?? Basic(attribute.Action);
    }

    /// <summary>Returns the treatment by the Basic Profile alone, for dates that cannot be shifted.</summary>
    public static AttributeTreatment WithoutShift(uint tag) =>
        ConfidentialityProfile.Find(tag) is { } attribute ? Basic(attribute.Action) : AttributeTreatment.Dummy;

    private static bool IsTechnical(uint tag) => (tag & 0xFFFF) == 0 || tag == LengthToEnd || DicomTag.Group(tag) is 0x0000 or 0x0002;

    private AttributeTreatment? Retained(ProfileAttribute attribute, ushort vr)
    {
        if (options.RetainPatientCharacteristics && attribute.IsPatientCharacteristic)
        {
            return vr == ValueRepresentation.AS ? AttributeTreatment.LimitAge : AttributeTreatment.Keep;
        }

        if (!options.ShiftDates || !attribute.IsTemporal)
        {
            return null;
        }

        // Times of day and the time zone are kept when dates are shifted by whole days; binary time stamps are not dates.
        return ValueRepresentation.IsDate(vr) ? AttributeTreatment.Shift
            : vr is ValueRepresentation.TM or ValueRepresentation.SH ? AttributeTreatment.Keep
            : null;
    }

    private static AttributeTreatment Basic(ProfileAction action) => action switch
    {
        ProfileAction.Remove => AttributeTreatment.Remove,
        ProfileAction.Empty or ProfileAction.RemoveOrEmpty => AttributeTreatment.Empty,
        ProfileAction.NewUid or ProfileAction.RemoveOrEmptyOrNewUid => AttributeTreatment.NewUid,
        _ => AttributeTreatment.Dummy,
    };

    /// <summary>
    /// Returns the treatment in a sequence that must have dummy values (codes of persons, content of reports, annotations): text is
    /// replaced. Codes of the standard (CS), binary numbers and the structure of sequences are kept, so that it remains readable.
    /// </summary>
    private static AttributeTreatment InDummy(uint tag, ushort vr)
    {
        if (vr == ValueRepresentation.None)
        {
            return IsStructure(tag) ? AttributeTreatment.Keep : AttributeTreatment.Empty;
        }

        return vr == ValueRepresentation.UI ? AttributeTreatment.NewUid
            : vr != ValueRepresentation.CS && DummyValue.IsReplaced(vr) ? AttributeTreatment.Dummy
            : AttributeTreatment.Keep;
    }

    /// <summary>
    /// UIDs of instances, frames of reference and the like that the profile has no row for (PS3.6): they follow the others, or they would
    /// point nowhere, and to where they came from. Classes, syntaxes and coding schemes are not among them.
    /// </summary>
    private static bool IsReference(uint tag) => tag is
        0x00041432 or 0x00081167 or 0x00083012 or 0x0018991E // Private Record, Multi-frame Source, Administration Event, Target Frame
        or 0x00200242 or 0x00209312 or 0x00209313 // Concatenation Source, Volume and Table Frame of Reference
        or 0x00280304 or 0x0040A021 or 0x0040A022 or 0x0040E011 // Color Palette Instance, Findings Groups (Trial), Retrieve Location
        or 0x0040E030 or 0x0040E031 or 0x00440102 or 0x00440108 // Repository, Home Community, Assertions
        or 0x00687004 or 0x0070031B or 0x00701209 // Model Group, Referenced Fiducial, Volumetric Presentation Input Set
        or 0x00701904 or 0x0072007F or 0x300A0675 // Referenced Content Item, Selector, Equipment Frame of Reference
        or 0x3010001F; // Segmentation Template

    /// <summary>
    /// Determines whether annotations and reports are unreadable without an attribute, for files without value representations.
    /// </summary>
    private static bool IsStructure(uint tag) => tag is
        0x00081150 // Referenced SOP Class UID
        or 0x00700002 or 0x00700003 or 0x00700004 or 0x00700005 // Graphic Layer, annotation units
        or 0x00700010 or 0x00700011 or 0x00700012 or 0x00700014 or 0x00700015 // bounding box, anchor point
        or 0x00700020 or 0x00700021 or 0x00700022 or 0x00700023 or 0x00700024 // graphic data
        or 0x0040A010 or 0x0040A040 or 0x0040A050; // Relationship Type, Value Type, Continuity of Content
}
