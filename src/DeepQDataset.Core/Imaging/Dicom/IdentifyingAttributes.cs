namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Provides the attributes of PS3.15 table E.1-1 that directly identify the patient, or somebody who knows the patient (DQ901). Each has a
/// number, so that the findings of a file fit into 64 bits.
/// </summary>
internal static class IdentifyingAttributes
{
    private static readonly uint[] Tags =
    [
        0x00080050, // Accession Number
        0x00080080, // Institution Name
        0x00080081, // Institution Address
        0x00080090, // Referring Physician's Name
        0x00080092, // Referring Physician's Address
        0x00080094, // Referring Physician's Telephone Numbers
        0x0008009C, // Consulting Physician's Name
        0x00081040, // Institutional Department Name
        0x00081048, // Physician(s) of Record
        0x00081050, // Performing Physician's Name
        0x00081060, // Name of Physician(s) Reading Study
        0x00081070, // Operators' Name
        0x00100010, // Patient's Name
        0x00100012, // Name to Use
        0x00100020, // Patient ID
        0x00100030, // Patient's Birth Date
        0x00101000, // Other Patient IDs
        0x00101001, // Other Patient Names
        0x00101005, // Patient's Birth Name
        0x00101040, // Patient's Address
        0x00101050, // Insurance Plan Identification
        0x00101060, // Patient's Mother's Birth Name
        0x00101090, // Medical Record Locator
        0x00102154, // Patient's Telephone Numbers
        0x00102155, // Patient's Telecom Information
        0x00102297, // Responsible Person
        0x00102299, // Responsible Organization
        0x00321032, // Requesting Physician
        0x00380010, // Admission ID
        0x00380400, // Patient's Institution Residence
        0x00400006, // Scheduled Performing Physician's Name
        0x00401010, // Names of Intended Recipients of Results
        0x00401102, // Person's Address
        0x00401103, // Person's Telephone Numbers
        0x00401104, // Person's Telecom Information
        0x00402008, // Order Entered By
        0x00402010, // Order Callback Phone Number
        0x00404037, // Human Performer's Name
        0x0040A027, // Verifying Organization
        0x0040A075, // Verifying Observer Name
        0x0040A123, // Person Name
        0x4008010C, // Interpretation Author
        0x40080114, // Physician Approving Interpretation
        0x40080119, // Distribution Name
        0x4008011A, // Distribution Address
    ];

    /// <summary>Gets the number of attributes, at most 64.</summary>
    public static int Count => Tags.Length;

    /// <summary>Returns the number of an attribute; negative if it is not one of them.</summary>
    public static int IndexOf(uint tag) =>
        (tag >> 16) is 0x0008 or 0x0010 or 0x0032 or 0x0038 or 0x0040 or 0x4008 ? Array.BinarySearch(Tags, tag) : -1;

    /// <summary>Returns the attribute with a number.</summary>
    public static uint TagOf(int index) => Tags[index];
}
