namespace DeepQDataset.Imaging.Dicom;

/// <summary>Collects what a header reveals about the patient while it is read.</summary>
/// <param name="strings">Shares strings that repeat from file to file.</param>
internal sealed class HeaderPrivacyBuilder(RecentStrings strings)
{
    /// <summary>The maximum number of distinct private attributes of a file; manufacturers use a few hundred at most.</summary>
    public const int MaximumPrivateTags = 1024;

    private const int Slots = 1024;

    /// <summary>
    /// The attributes that may have a value if the patient's identity was removed: they are pseudonyms (actions Z and D of the profile).
    /// </summary>
    private static readonly byte[] Pseudonyms =
    [
        (byte)IdentifyingAttributes.IndexOf(DicomTag.PatientName),
        (byte)IdentifyingAttributes.IndexOf(DicomTag.PatientId),
        (byte)IdentifyingAttributes.IndexOf(DicomTag.AccessionNumber),
    ];

    /// <summary>Recent results, to share between files with equal findings. A race between threads only causes a second copy.</summary>
    private static readonly HeaderPrivacy?[] Recent = new HeaderPrivacy?[Slots];

    private SortedList<byte, char>? _identifying;
    private List<uint>? _privateTags;
    private bool _isIdentityRemoved;
    private bool? _burnedIn;
    private bool _isScreenSave;
    private string? _characterSet;
    private string? _patientName;
    private string? _patientId;

    /// <summary>Determines whether an element is collected, at any depth.</summary>
    public static bool Wants(uint tag) =>
        tag is DicomTag.PatientIdentityRemoved or DicomTag.BurnedInAnnotation or DicomTag.ImageType or DicomTag.SpecificCharacterSet
        || IdentifyingAttributes.IndexOf(tag) >= 0;

    /// <summary>Records a private element or sequence.</summary>
    public void TakePrivate(uint tag)
    {
        _privateTags ??= [];
        if (_privateTags.Count < MaximumPrivateTags && (_privateTags.Count == 0 || _privateTags[^1] != tag) && DicomTag.Group(tag) > 0x0008)
        {
            _privateTags.Add(tag);
        }
    }

    /// <summary>Records the value of an element.</summary>
    /// <param name="tag">A tag that <see cref="Wants"/> accepts.</param>
    /// <param name="value">The value, or its first bytes.</param>
    /// <param name="isTopLevel">Indicates whether the element is not in a sequence.</param>
    public void Take(uint tag, ReadOnlySpan<byte> value, bool isTopLevel)
    {
        ReadOnlySpan<byte> text = DicomValue.Trim(value);
        int index = IdentifyingAttributes.IndexOf(tag);
        if (index < 0)
        {
            TakeOfImage(tag, isTopLevel ? text : []);
            return;
        }

        if (text.IsEmpty || DummyText.IsDummy(text))
        {
            return;
        }

        _identifying ??= [];
        _identifying.TryAdd((byte)index, char.IsAsciiLetterOrDigit((char)text[0]) ? (char)text[0] : '*');

        if (isTopLevel && tag == DicomTag.PatientName)
        {
            _patientName ??= strings.Get(text);
        }
        else if (isTopLevel && tag == DicomTag.PatientId)
        {
            _patientId ??= strings.Get(text);
        }
    }

    /// <summary>Creates the result from the collected values.</summary>
    public HeaderPrivacy Build()
    {
        if (_isIdentityRemoved && _identifying is not null)
        {
            foreach (byte pseudonym in Pseudonyms)
            {
                _identifying.Remove(pseudonym);
            }
        }

        uint[] privateTags = PrivateTags();
        bool hasIdentifying = _identifying is { Count: > 0 };
        if (!hasIdentifying && privateTags.Length == 0 && _burnedIn is null && !_isScreenSave && !_isIdentityRemoved)
        {
            return HeaderPrivacy.Nothing;
        }

        HeaderPrivacy made = new(
            hasIdentifying ? [.. _identifying!.Keys] : [],
            hasIdentifying ? string.Concat(_identifying!.Values) : "",
            privateTags,
            _isIdentityRemoved,
            _burnedIn,
            _isScreenSave,
            _isIdentityRemoved || (_patientName ?? _patientId) is null ? null : _characterSet,
            _isIdentityRemoved ? null : _patientName,
            _isIdentityRemoved ? null : _patientId);
        ref HeaderPrivacy? slot = ref Recent[(uint)made.GetHashCode() % Slots];
        HeaderPrivacy? known = slot;
        if (made.Equals(known))
        {
            return known!;
        }

        slot = made;
        return made;
    }

    private void TakeOfImage(uint tag, ReadOnlySpan<byte> text)
    {
        switch (tag)
        {
            case DicomTag.PatientIdentityRemoved: _isIdentityRemoved |= text.SequenceEqual("YES"u8); break;
            case DicomTag.BurnedInAnnotation:
                _burnedIn ??= text.SequenceEqual("YES"u8) ? true : text.SequenceEqual("NO"u8) ? false : null;
                break;
            case DicomTag.ImageType: _isScreenSave |= text.IndexOf("SCREEN SAVE"u8) >= 0; break;
            case DicomTag.SpecificCharacterSet when !text.IsEmpty: _characterSet ??= strings.Get(text); break;
        }
    }

    /// <summary>Returns each private attribute once. Private creators count only if their group has no other element.</summary>
    private uint[] PrivateTags()
    {
        if (_privateTags is null)
        {
            return [];
        }

        _privateTags.Sort();
        HashSet<uint> groupsWithData = [];
        foreach (uint tag in _privateTags)
        {
            if (!DicomTag.IsPrivateCreator(tag))
            {
                groupsWithData.Add(DicomTag.Group(tag));
            }
        }

        List<uint> distinct = new(_privateTags.Count);
        foreach (uint tag in _privateTags)
        {
            bool isReservation = DicomTag.IsPrivateCreator(tag) && groupsWithData.Contains(DicomTag.Group(tag));
            if (!isReservation && (distinct.Count == 0 || distinct[^1] != tag))
            {
                distinct.Add(tag);
            }
        }

        return distinct.ToArray();
    }
}
