using System.Collections.Frozen;
using DeepQDataset.Confidentiality;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// The attributes that say who the patient is, or who knows (DQ901): all names of persons (PN) of PS3.6, all free text that PS3.15 table
/// E.1-1 removes or replaces (LT, ST, UT), and of its other rows those that are numbers, dates and addresses of persons and institutions.
/// Each has a number, so that a file's findings fit into few bytes.
/// </summary>
internal static class IdentifyingAttributes
{
    private static readonly uint[] Outright =
    [
        0x00080050, // Accession Number
        0x00080080, // Institution Name
        0x00080094, // Referring Physician's Telephone Numbers
        0x00081040, // Institutional Department Name
        0x00100020, // Patient ID
        0x00100030, // Patient's Birth Date
        0x00101000, // Other Patient IDs
        0x00101040, // Patient's Address
        0x00101050, // Insurance Plan Identification
        0x00101090, // Medical Record Locator
        0x00102154, // Patient's Telephone Numbers
        0x00102299, // Responsible Organization
        0x00380010, // Admission ID
        0x00380400, // Patient's Institution Residence
        0x00401103, // Person's Telephone Numbers
        0x00402010, // Order Callback Phone Number
        0x0040A027, // Verifying Organization
        0x4008011A, // Distribution Address
    ];

    /// <summary>Names of persons that the profile has no row for.</summary>
    private static readonly (uint Tag, string Name)[] PersonsBesideProfile =
    [
        (0x00140104, "Secondary Reviewer Name"),
        (0x00142006, "Evaluator Name"),
        (0x0040A067, "Document Author (Trial)"),
    ];

    private static readonly (uint Tag, string Name)[] All =
    [
        .. ConfidentialityProfile.Attributes
            .Where(static row => IsPersonOrText(row.Vr) || Array.IndexOf(Outright, row.Tag) >= 0)
            .Select(static row => (row.Tag, row.Name))
            .Concat(PersonsBesideProfile)
            .OrderBy(static attribute => attribute.Tag),
    ];

    private static readonly FrozenDictionary<uint, int> Indexes =
        Enumerable.Range(0, All.Length).ToFrozenDictionary(static index => All[index].Tag);

    /// <summary>How many there are: at most 256.</summary>
    public static int Count => All.Length;

    /// <summary>Returns the number of an attribute; negative if it is not one of them.</summary>
    public static int IndexOf(uint tag) => Indexes.TryGetValue(tag, out int index) ? index : -1;

    /// <summary>Returns the attribute with a number.</summary>
    public static uint TagOf(int index) => All[index].Tag;

    /// <summary>The name of the attribute of a number, as PS3.6 has it.</summary>
    public static string NameOf(int index) => All[index].Name;

    private static bool IsPersonOrText(ushort vr) =>
        vr is ValueRepresentation.PN or ValueRepresentation.LT or ValueRepresentation.ST or ValueRepresentation.UT;
}
