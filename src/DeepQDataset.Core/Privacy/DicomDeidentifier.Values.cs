using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Privacy;

/// <content>The replacement of values. All replacements are ASCII, which is valid in every character set.</content>
internal sealed partial class DicomDeidentifier
{
    private void WriteDummy(uint tag, ushort vr)
    {
        string dummy = DummyValue.Of(vr);
        if (tag == DicomTag.PatientId)
        {
            _elements.TryTakeValue(LongestReplaced, out ReadOnlySpan<byte> id);
            dummy = _replacements.Patient(DicomValue.ToText(id));
        }

        _counts.Replaced += dummy.Length > 0 ? 1 : 0;
        _counts.Emptied += dummy.Length > 0 ? 0 : 1;
        WriteText(tag, dummy);
    }

    private void WriteUids(uint tag)
    {
        if (_elements.Length > LongestReplaced)
        {
            _counts.Emptied++;
            WriteEmpty(tag);
            return;
        }

        _elements.TryTakeValue(LongestReplaced, out ReadOnlySpan<byte> value);
        string[] uids = DicomValue.ToText(value).Split('\\');
        for (int i = 0; i < uids.Length; i++)
        {
            string uid = uids[i].Trim(' ', '\0');
            uids[i] = _replacements.Uid(uid);
            _counts.Uids += string.Equals(uids[i], uid, StringComparison.Ordinal) ? 0 : 1;
        }

        // As many UIDs as fit into a 16-bit length, since the new ones may be longer.
        string joined = string.Join('\\', uids);
        bool fits = joined.Length <= ushort.MaxValue - 1 || !_elements.Encoding.IsExplicit;
        _counts.Emptied += fits ? 0 : 1;
        _writer.Write(tag, ValueRepresentation.UI, fits ? joined : "", _elements.Encoding);
    }

    private void WriteShifted(uint tag, ushort vr)
    {
        string? moved = null;
        if (_elements.Length <= LongestReplaced && _elements.TryTakeValue(LongestReplaced, out ReadOnlySpan<byte> value))
        {
            moved = DateShifter.TryShift(DicomValue.ToText(value), _shiftDays);
        }

        if (moved is not null)
        {
            _counts.DatesShifted++;
            WriteText(tag, moved);
            return;
        }

        // A date that cannot be shifted would still reveal the time.
        AttributeTreatment instead = ProtectionPolicy.WithoutShift(tag);
        if (instead == AttributeTreatment.Remove)
        {
            _counts.Removed++;
        }
        else
        {
            CopyWithValue(instead, tag, vr);
        }
    }

    /// <summary>
    /// Writes an age, but one of more than 89 years as 90: so few people are older that the age would tell who it is (the Safe Harbor rule
    /// of 45 CFR 164.514(b)(2)(i)(C), which research data follow everywhere).
    /// </summary>
    private void WriteLimitedAge(uint tag, ushort vr)
    {
        if (_elements.Length > LongestReplaced || !_elements.TryTakeValue(LongestReplaced, out ReadOnlySpan<byte> value))
        {
            CopyWithValue(AttributeTreatment.Dummy, tag, vr);
            return;
        }

        string age = DicomValue.ToText(value);
        string limited = PatientAge.Limit(age);
        _counts.Replaced += string.Equals(age, limited, StringComparison.Ordinal) ? 0 : 1;
        WriteText(tag, limited);
    }

    /// <summary>
    /// Writes text, padded with a space to even length, since the writer cannot know the representation if it is not written.
    /// </summary>
    private void WriteText(uint tag, string text) =>
        _writer.Write(tag, _elements.Vr, text.Length % 2 == 0 ? text : text + " ", _elements.Encoding);
}
