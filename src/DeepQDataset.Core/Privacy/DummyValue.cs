using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Privacy;

/// <summary>Values that say nothing, valid for their representation (PS3.5 section 6.2).</summary>
internal static class DummyValue
{
    /// <summary>What stands for a name or text.</summary>
    public const string Text = "REMOVED";

    /// <summary>Determines whether there is one for a representation; numbers in bytes have none.</summary>
    public static bool IsReplaced(ushort vr) => ValueRepresentation.IsText(vr) || vr is ValueRepresentation.OB or ValueRepresentation.UN;

    /// <summary>Returns the value; empty for a representation that has none.</summary>
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
