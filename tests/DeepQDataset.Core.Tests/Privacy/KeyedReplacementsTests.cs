using System.Globalization;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Privacy;
using Xunit;

namespace DeepQDataset.Core.Tests.Privacy;

public sealed class KeyedReplacementsTests
{
    private static readonly KeyedReplacements Replacements = new(ProtectionKey.From("a secret"));

    [Fact]
    public void The_same_key_gives_the_same_replacements_and_another_one_others()
    {
        KeyedReplacements again = new(ProtectionKey.From("a secret"));
        KeyedReplacements others = new(ProtectionKey.From("another secret"));
        KeyedReplacements random = new(ProtectionKey.Random());
        Assert.Equal(Replacements.Uid("1.2.3"), again.Uid("1.2.3"));
        Assert.Equal(Replacements.Patient("P1"), again.Patient("P1"));
        Assert.Equal(Replacements.ShiftDays("P1"), again.ShiftDays("P1"));
        Assert.Equal(
            3, new[] { Replacements.Uid("1.2.3"), others.Uid("1.2.3"), random.Uid("1.2.3") }.Distinct(StringComparer.Ordinal).Count());
        Assert.NotEqual(Replacements.Patient("P1"), others.Patient("P1"));
    }

    [Fact]
    public void UIDs_stay_the_same_from_version_to_version() =>
        Assert.Equal("2.25.119771564850400001477159280418972641911", Replacements.Uid("1.2.826.0.1.3680043.8.498.1.1"));

    [Fact]
    public void A_new_UID_is_a_UUID_written_as_a_UID()
    {
        for (int i = 0; i < 200; i++)
        {
            string uid = Replacements.Uid(string.Create(CultureInfo.InvariantCulture, $"1.2.{i}"));
            Assert.True(DicomUid.IsValid(uid), uid);
            Assert.StartsWith("2.25.", uid, StringComparison.Ordinal);
            UInt128 number = UInt128.Parse(uid.AsSpan(5), CultureInfo.InvariantCulture);
            Assert.Equal(8U, (uint)(number >> 76) & 0xF);
            Assert.Equal(2U, (uint)(number >> 62) & 0x3);
        }
    }

    [Theory]
    [InlineData("1.2.840.10008.5.1.4.1.1.2")]
    [InlineData("1.2.840.10008.1.2.4.50")]
    [InlineData("")]
    public void UIDs_of_the_standard_stay(string uid) => Assert.Equal(uid, Replacements.Uid(uid));

    [Fact]
    public void A_UID_that_only_begins_alike_is_replaced() =>
        Assert.StartsWith("2.25.", Replacements.Uid("1.2.840.100081.1"), StringComparison.Ordinal);

    [Fact]
    public void A_patients_new_ID_tells_nothing_of_the_old_one()
    {
        Assert.Matches("^P[0-9A-HJKMNP-TV-Z]{12}$", Replacements.Patient("4711"));
        Assert.NotEqual(Replacements.Patient("4711"), Replacements.Patient("4712"));
        Assert.Equal("", Replacements.Patient(""));
    }

    [Fact]
    public void Dates_move_back_by_one_day_to_ten_years()
    {
        int[] days = Enumerable
            .Range(0, 500)
            .Select(patient => Replacements.ShiftDays(patient.ToString(CultureInfo.InvariantCulture)))
            .ToArray();
        Assert.All(days, shift => Assert.InRange(shift, -3650, -1));
        Assert.True(days.Distinct().Count() > 400);
    }
}
