using System.IO.Compression;

namespace DeepQDataset.Core.Tests.Repair;

/// <summary>One PNG of 16 × 16 pixels with a long comment, as 7-Zip packs it by methods that the runtime cannot write.</summary>
internal static class ForeignMethodSamples
{
    private const string Zlib =
        "eNrrDPBz5+WS4mJgYOD19HAJAtICIMwBJBisZizYy8DAfqPENaLEOT83NzWvhKFiFIyCUTAKRsEoGAVDHvR/OvcFWNWf8XRxDKm4lZyQ8Fx4auA1oy0byj/z" +
        "dvqdSkl4Kjgt6MoF882lH/m6fDzOJz8QmjIh/LLpxrJPPBz93mc10x6ITw69aLappOA7d6/nOa01CQITwy6ZGGwv/srZ53XmhP7q1AkhAdeNtxZ+4+rp8D+t" +
        "uzIvaULwVcNtRV8+8Hf7ntRblZOR7rBp44I967a2M548dmnWs3WdPB5mYaZlX/yTgRL71pafymFTkY7epX425kBDSvLzlpefpxkp3LxhXnruUShQqd+8rQVH" +
        "q4BK0s/EbyvjZjDIiGK8cyb6G6gN4+nq57LOKaEJANR+Ijw=";

    private const string BZip2Text =
        "QlpoOTFBWSZTWfRjI/YAAGp//+H/+JhEs/+Qfv//3N/H/9BU/+9RQD9/l0N///RToH+AoADRBSUaAAAAB6gAA0AaAAAAaA0AAAaMQ9RoZAbUGGNQ09IekIqn" +
        "tIjRtT1GgAA9QAGjQA0GgAAA9IANNAANAPIh6gAeiDDQGQmREERXkjhAZiCGAgYMobRXYi9NExyMvIxpaSN3rWRCSSQ4Yz98iNM0wVpQebb8bNWpK112IO3R" +
        "aGKCDx2RtMMn4WZkVniHErAdegpVmGszDdLXLWLjRMTpMruDVgHKTk5PPmylUN8lMWS3q4H71O98TD2CpVuZag9Q0PaMm9iUJzKsVSDAUMLvQEmEKpqEAAKS" +
        "ghGOk1ZM/Dvju1cs6V3ZO/paHUZ4Gcpnss0qEXqyZsx5hEkquvBltAKVozaY07AsHCQJg8S9W4/p94ruidZx560bRe/N8X6IkUWBEXhczzj/M8hSgjGWcsi0" +
        "4lQROsTqpEIYAu5IpwoSHoxkfsA=";

    private const string Deflate64Text =
        "6gzwc+flkuJiYGDg9fRwCQLSAiDMwQAEVjMW7GVgYL9R4hpR4pyfm5uaV8JQMeLBiAcjHox4MOIBYCMejHgwXED/p3NfgFX9GU8Xx5CKW8kJCc+FpwZeM9qy" +
        "ofwzb6ffqZSEp4LTgq5cMN9c+pGvy8fjfPIDoSkTwi+bbiz7xMPR731WM+2B+OTQi2abSgq+c/d6ntNakyAwMeySicH24q+cfV5nTuivTp0QEnDdeGvhN66e" +
        "Dv/TuivzkiYEXzXcVvTlA3+370m9VTkZ6Q6bNi7Ys25rO+PJY5dmPVvXyeNhFmZa9sU/GSixb235qRw2FenoXepnYw40pCQ/b3n5eZqRws0b5qXnHoUClfrN" +
        "21pwtAqoJP1M/LYybgaDjCjGO2eivzEAgaern8s6p4QmAA==";

    /// <summary>Gets the file.</summary>
    public static byte[] Png { get; } = Inflate(Convert.FromBase64String(Zlib));

    /// <summary>It, packed by bzip2.</summary>
    public static byte[] BZip2 { get; } = Convert.FromBase64String(BZip2Text);

    /// <summary>It, packed by Deflate64; matches of over 258 bytes, which plain deflate has not, are among it.</summary>
    public static byte[] Deflate64 { get; } = Convert.FromBase64String(Deflate64Text);

    private static byte[] Inflate(byte[] packed)
    {
        using ZLibStream stream = new(new MemoryStream(packed), CompressionMode.Decompress);
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
