using System.Collections.Frozen;
using System.Globalization;

namespace DeepQDataset.Confidentiality;

/// <summary>
/// Provides the Basic Application Level Confidentiality Profile of PS3.15 annex E: the attributes that may identify the patient.
/// </summary>
internal static class ConfidentialityProfile
{
    private static readonly Lazy<FrozenDictionary<uint, ProfileAttribute>> ByTag =
        new(() => Load().ToFrozenDictionary(attribute => attribute.Tag));

    /// <summary>Gets all rows with a single tag.</summary>
    public static IReadOnlyCollection<ProfileAttribute> Attributes => ByTag.Value.Values;

    /// <summary>Returns the row of an attribute; null if the profile keeps it.</summary>
    public static ProfileAttribute? Find(uint tag) => ByTag.Value.GetValueOrDefault(tag);

    /// <summary>
    /// Determines whether an attribute belongs to a group that is removed as a whole: private ones (odd), curves (50xx) and overlays
    /// (60xx). The profile lists only data and comments of overlays, but the rest is meaningless without the data.
    /// </summary>
    public static bool IsInRemovedGroup(uint tag)
    {
        uint group = tag >> 16;
        bool isPrivate = (group & 1) != 0;
        return isPrivate || (group & 0xFF00) is 0x5000 or 0x6000;
    }

    private static List<ProfileAttribute> Load()
    {
        using Stream table = typeof(ConfidentialityProfile).Assembly.GetManifestResourceStream("ConfidentialityProfile.txt")!;
        using StreamReader lines = new(table);
        List<ProfileAttribute> rows = new(700);
        while (lines.ReadLine() is string line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            string[] fields = line.Split(' ', 5);
            rows.Add(new ProfileAttribute(
                uint.Parse(fields[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                ActionOf(fields[1]),
                (ushort)((fields[2][0] << 8) | fields[2][1]),
                fields[3].Contains('P', StringComparison.Ordinal),
                fields[3].Contains('T', StringComparison.Ordinal),
                fields[4]));
        }

        return rows;
    }

    private static ProfileAction ActionOf(string code) => code switch
    {
        "X" => ProfileAction.Remove,
        "Z" => ProfileAction.Empty,
        "D" => ProfileAction.Dummy,
        "U" => ProfileAction.NewUid,
        "Z/D" => ProfileAction.EmptyOrDummy,
        "X/Z" => ProfileAction.RemoveOrEmpty,
        "X/D" => ProfileAction.RemoveOrDummy,
        "X/Z/D" => ProfileAction.RemoveOrEmptyOrDummy,
        "X/Z/U*" => ProfileAction.RemoveOrEmptyOrNewUid,
        _ => throw new InvalidDataException($"The action '{code}' is none of the profile's."),
    };
}
