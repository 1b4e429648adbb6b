using System.Text;
using DeepQDataset.Labels;
using Xunit;

namespace DeepQDataset.Core.Tests.Labels.Parsing;

public sealed class LabelFileMutationTests
{
    private static readonly byte[][] Seeds =
    [
        "a.png,cat,1\nb.png,\"001\",0\n\"c,d\",\"x\"\"y\",1\n"u8.ToArray(),
        "a,lesion,128,97.5,104,112\r\nb,lesion,\"1,5\",2,3,4\r\n"u8.ToArray(),
        "image;class\na;cat\n\nb;dog\n"u8.ToArray(),
        Encoding.Unicode.GetBytes("a,肺炎,1\nb,肺炎,0\n"),
        [0xEF, 0xBB, 0xBF, .. "a,cat,1,5,2,5,3,5,4,5\n"u8],
    ];

    private static readonly byte[] Telling = [.. "\",;\t\r\n 01.-=a"u8, 0, 0x80, 0xA4, 0xE3, 0xEF, 0xFF];

    [Fact]
    public void No_damage_makes_the_reader_throw()
    {
        Random random = new(20_260);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] content = Mutate(random, Seeds[round % Seeds.Length]);
            (LabelFile file, List<LabelFinding> findings) = LabelReading.Read(content);

            // Every loss is reported.
            Assert.True(file.Rows.Count > 0 || findings.Count > 0, Convert.ToHexString(content));
            Assert.All(findings, finding => Assert.True(finding.Line is null or > 0 && finding.Column is null or > 0 && finding.Count > 0));
        }
    }

    private static byte[] Mutate(Random random, byte[] seed)
    {
        List<byte> content = [.. seed];
        for (int change = random.Next(1, 6); change > 0 && content.Count > 0; change--)
        {
            int at = random.Next(content.Count);
            switch (random.Next(4))
            {
                case 0:
                    content[at] = Telling[random.Next(Telling.Length)];
                    break;
                case 1:
                    content.Insert(at, Telling[random.Next(Telling.Length)]);
                    break;
                case 2:
                    content.RemoveRange(at, random.Next(1, content.Count - at + 1));
                    break;
                default:
                    content.InsertRange(at, content.GetRange(0, random.Next(content.Count)));
                    break;
            }
        }

        return [.. content];
    }
}
