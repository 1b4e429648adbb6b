using DeepQDataset.Layout;
using Xunit;

namespace DeepQDataset.Core.Tests.Layout;

public sealed class ImageExtensionTests
{
    [Theory]
    [InlineData("image/a.png", DqImageFormat.Png, true)]
    [InlineData("a.PNG", DqImageFormat.Png, false)]
    [InlineData("a.jpg", DqImageFormat.Jpeg, true)]
    [InlineData("a.Jpg", DqImageFormat.Jpeg, false)]
    [InlineData("a.jpeg", DqImageFormat.Jpeg, false)]
    [InlineData("a.dcm", DqImageFormat.Dicom, true)]
    [InlineData("a.DICOM", DqImageFormat.Dicom, false)]
    [InlineData("a.png.txt", DqImageFormat.Unknown, true)]
    [InlineData("dir.png/a", DqImageFormat.Unknown, true)]
    [InlineData(".png", DqImageFormat.Unknown, true)]
    public void Our_formats_are_known_in_any_spelling(string path, DqImageFormat format, bool isSpelledRight)
    {
        Assert.Equal(format, ImageExtension.FormatOf(path));
        Assert.Equal(isSpelledRight, ImageExtension.IsSpelledRight(path));
    }

    [Theory]
    [InlineData("a.bmp", "BMP")]
    [InlineData("a.TIFF", "TIFF")]
    [InlineData("a.nii.gz", "NIfTI")]
    [InlineData("a.dcm.gz", "gzip")]
    [InlineData("a.gz", null)]
    [InlineData("a.csv", null)]
    [InlineData("a.png", null)]
    [InlineData("a", null)]
    public void Foreign_formats_are_named(string path, string? format) => Assert.Equal(format, ImageExtension.ForeignFormatOf(path));
}
