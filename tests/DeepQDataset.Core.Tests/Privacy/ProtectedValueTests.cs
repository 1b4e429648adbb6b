using System.Globalization;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Privacy;

/// <summary>Ages, and UIDs beside the profile's.</summary>
public sealed class ProtectedValueTests : ProtectionTestBase
{
    [Theory]
    [InlineData("089Y", "089Y")]
    [InlineData("090Y", "090Y")]
    [InlineData("091Y", "090Y")]
    [InlineData("104Y", "090Y")]
    [InlineData("999M", "999M")]
    [InlineData("006W", "006W")]
    [InlineData("95", "090Y")]
    [InlineData("old", "090Y")]
    [InlineData("", "")]
    public void Of_ages_above_89_no_more_is_told(string age, string expected)
    {
        DicomBuilder file = new() { Elements = [DicomElement.Text(0x00101010, "AS", age)] };

        Assert.Equal(expected, Read(ProtectOne(file, Options with { RetainPatientCharacteristics = true }))["00101010"]);
    }

    [Theory]
    [InlineData(0x00200242)]
    [InlineData(0x00209312)]
    [InlineData(0x00081167)]
    [InlineData(0x0018991E)]
    public void UIDs_that_the_profile_has_no_row_for_follow_the_others(uint tag)
    {
        string uid = new DicomBuilder().SopInstanceUid!;
        Dictionary<string, string> after = Read(ProtectOne(new DicomBuilder { Elements = [DicomElement.Text(tag, "UI", uid)] }));

        Assert.NotEqual(uid, after["00080018"]);
        Assert.Equal(after["00080018"], after[tag.ToString("X8", CultureInfo.InvariantCulture)]);
    }
}
