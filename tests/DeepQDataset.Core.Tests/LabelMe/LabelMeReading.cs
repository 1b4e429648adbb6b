using System.Text;
using DeepQDataset.LabelMe;
using Xunit;

namespace DeepQDataset.Core.Tests.LabelMe;

/// <summary>Reads LabelMe JSONs in memory.</summary>
internal static class LabelMeReading
{
    /// <summary>Reads a text.</summary>
    public static LabelMeFile Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads bytes.</summary>
    public static LabelMeFile Read(byte[] json)
    {
        using LabelMeReader reader = new();
        return reader.Read(new MemoryStream(json), TestContext.Current.CancellationToken);
    }

    /// <summary>Returns a fault as <c>line:column message</c>; null for none.</summary>
    public static string? Show(LabelMeFault? fault) => fault is null ? null : $"{fault.Place?.Line}:{fault.Place?.Column} {fault.Message}";
}
