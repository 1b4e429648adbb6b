using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Privacy;

/// <summary>Provides dummy values that are valid for their representation (PS3.5 section 6.2).</summary>
internal static class DummyValue
{
    /// <summary>The dummy for a name or text.</summary>
    public const string Text = "REMOVED";

    /// <summary>Determines whether a representation has a dummy value; binary numbers have none.</summary>
    public static bool IsReplaced(ushort vr) => ValueRepresentation.IsText(vr) || vr is ValueRepresentation.OB or ValueRepresentation.UN;

    /// <summary>Returns the dummy value; empty if a representation has none.</summary>
    public static string Of(ushort vr) => vr switch
    {
        ValueRepresentation.DA => "19000101",
        ValueRepresentation.TM => "000000",
        ValueRepresentation.DT => "19000101000000",
        ValueRepresentation.AS => "000Y",
        ValueRepresentation.DS or ValueRepresentation.IS => "0",
        ValueRepresentation.UR => "http://removed.invalid/",
        ValueRepresentation.OB or ValueRepresentation.UN => "\0\0",
        _ => ValueRepresentation.IsText(vr) ? Text : "",
    };
}
