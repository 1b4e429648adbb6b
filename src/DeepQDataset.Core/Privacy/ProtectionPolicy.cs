using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Privacy;

/// <summary>
/// Decides what is done to each element by the Basic Profile and the options. Where the profile leaves the choice to the attribute's
/// type in its IOD, the reading is taken that keeps the file valid whatever that type is, and tells nothing: a dummy value where there
/// may have to be a value (Z/D, X/D, X/Z/D), no value where there may have to be the attribute (X/Z), other UIDs where references may
/// be needed (X/Z/U*).
/// </summary>
/// <param name="options">What was asked for.</param>
internal sealed class ProtectionPolicy(ProtectionOptions options)
{
    private const uint LengthToEnd = 0x00080001;

    /// <summary>Decides on an element.</summary>
    /// <param name="tag">The element.</param>
    /// <param name="vr">Its value representation as written; none or UN are looked up.</param>
    /// <param name="isTopLevel">Indicates whether it lies in no sequence.</param>
    /// <param name="isInDummy">Indicates whether it lies in a sequence whose values are all replaced.</param>
    /// <param name="known">The value representation to go by.</param>
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
            return isInDummy ? InDummy(tag, known)
                : options.ShiftDates && ValueRepresentation.IsDate(known) ? AttributeTreatment.Shift
                : AttributeTreatment.Keep;
        }

        known = known == ValueRepresentation.None ? attribute.Vr : known;
        return Retained(attribute, known) ?? Basic(attribute.Action);
    }

    /// <summary>What the Basic Profile does alone, for dates that cannot be moved.</summary>
    public static AttributeTreatment WithoutShift(uint tag) =>
        ConfidentialityProfile.Find(tag) is { } attribute ? Basic(attribute.Action) : AttributeTreatment.Dummy;

    private static bool IsTechnical(uint tag) => (tag & 0xFFFF) == 0 || tag == LengthToEnd || DicomTag.Group(tag) is 0x0000 or 0x0002;

    private AttributeTreatment? Retained(ProfileAttribute attribute, ushort vr)
    {
        if (options.RetainPatientCharacteristics && attribute.IsPatientCharacteristic)
        {
            return AttributeTreatment.Keep;
        }

        if (!options.ShiftDates || !attribute.IsTemporal)
        {
            return null;
        }

        // Times of day and the time zone's offset stay when dates move by whole days; time stamps in bytes are no dates to be moved.
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
    /// In a sequence that is to have dummy values (persons' codes, the content of reports, annotations), whatever is text is replaced.
    /// Codes of the standard (CS), numbers in bytes and the sequences' structure stay, so that it can still be read.
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

    /// <summary>Attributes without which annotations and reports cannot be read, for files that write no value representation.</summary>
    private static bool IsStructure(uint tag) => tag is
        0x00081150 // Referenced SOP Class UID
        or 0x00700002 or 0x00700003 or 0x00700004 or 0x00700005 // Graphic Layer, annotation units
        or 0x00700010 or 0x00700011 or 0x00700012 or 0x00700014 or 0x00700015 // bounding box, anchor point
        or 0x00700020 or 0x00700021 or 0x00700022 or 0x00700023 or 0x00700024 // graphic data
        or 0x0040A010 or 0x0040A040 or 0x0040A050; // Relationship Type, Value Type, Continuity of Content
}
