using System.Globalization;
using DeepQDataset.Core.Tests.TestKit;
using DeepQDataset.Imaging;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Probing;

/// <summary>Another reader, Pillow, sees the images of the test kit as we do. Skipped if python3-pil is not installed.</summary>
public sealed class PillowWitnessTests
{
    private const string Script =
        """
        import sys
        from PIL import Image
        for path in sys.argv[1:]:
            image = Image.open(path)
            image.load()
            print(image.format, image.width, image.height, image.mode, image.getexif().get(0x0112, 1))
        """;

    [Fact]
    public void Pillow_decodes_the_images_and_agrees_on_what_they_are()
    {
        using TempFolder folder = new();
        List<string> paths = [];
        List<string> expected = [];
        foreach ((byte[] file, string mode) in Images())
        {
            paths.Add(folder[$"image{paths.Count}"]);
            File.WriteAllBytes(paths[^1], file);
            ImageHeader header = TestProbe.Header(file);
            expected.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{(header.Format == DqImageFormat.Png ? "PNG" : "JPEG")} {header.Width} {header.Height} {mode} {header.Orientation}"));
        }

        string seen = Witness.RunPython("PIL", ["-c", Script, .. paths]).Output;
        Assert.Equal(expected, seen.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static IEnumerable<(byte[] File, string Mode)> Images()
    {
        foreach (bool interlaced in (bool[])[false, true])
        {
            yield return (
                new PngBuilder
                {
                    Width = 33,
                    Height = 18,
                    ColorType = 0,
                    BitDepth = 1,
                    Interlaced = interlaced,
                }.Build(),
                "1");
            yield return (
                new PngBuilder
                {
                    Width = 33,
                    Height = 18,
                    ColorType = 0,
                    BitDepth = 8,
                    Interlaced = interlaced,
                    Orientation = 5,
                }.Build(),
                "L");
            yield return (
                new PngBuilder
                {
                    Width = 33,
                    Height = 18,
                    ColorType = 2,
                    Interlaced = interlaced,
                    DataChunks = 4,
                }.Build(),
                "RGB");
            yield return (
                new PngBuilder
                {
                    Width = 33,
                    Height = 18,
                    ColorType = 3,
                    BitDepth = 4,
                    Interlaced = interlaced,
                }.Build(),
                "P");
            yield return (
                new PngBuilder
                {
                    Width = 33,
                    Height = 18,
                    ColorType = 4,
                    Interlaced = interlaced,
                }.Build(),
                "LA");
            yield return (
                new PngBuilder
                {
                    Width = 33,
                    Height = 18,
                    ColorType = 6,
                    BitDepth = 16,
                    Interlaced = interlaced,
                }.Build(),
                "RGBA");
            yield return (
                new JpegBuilder
                {
                    Width = 45,
                    Height = 37,
                    Components = 1,
                    Progressive = interlaced,
                    Orientation = 6,
                }.Build(),
                "L");
            yield return (
                new JpegBuilder
                {
                    Width = 45,
                    Height = 37,
                    Progressive = interlaced,
                    Orientation = 3,
                    ExifBigEndian = true,
                }.Build(),
                "RGB");
            yield return (
                new JpegBuilder
                {
                    Width = 45,
                    Height = 37,
                    Subsampled = true,
                    Progressive = interlaced,
                    RestartInterval = 2,
                }.Build(),
                "RGB");
            yield return (
                new JpegBuilder
                {
                    Width = 45,
                    Height = 37,
                    Components = 4,
                    AdobeTransform = 2,
                    Progressive = interlaced,
                    FillBytes = 2,
                }.Build(),
                "CMYK");
        }

        yield return (Datasets.Image(1), "RGB");
        yield return (Datasets.Image(2), "L");
    }
}
