using DeepQDataset.Confidentiality;
using DeepQDataset.Imaging.Dicom;
using Xunit;

namespace DeepQDataset.Core.Tests.Confidentiality;

/// <summary>The table of PS3.15: as many rows of each action as the edition 2026d has, and some rows that everybody knows.</summary>
public sealed class ConfidentialityProfileTests
{
    [Theory]
    [InlineData(ProfileAction.Remove, 413)]
    [InlineData(ProfileAction.Empty, 42)]
    [InlineData(ProfileAction.Dummy, 93)]
    [InlineData(ProfileAction.NewUid, 55)]
    [InlineData(ProfileAction.EmptyOrDummy, 6)]
    [InlineData(ProfileAction.RemoveOrEmpty, 11)]
    [InlineData(ProfileAction.RemoveOrDummy, 23)]
    [InlineData(ProfileAction.RemoveOrEmptyOrDummy, 8)]
    [InlineData(ProfileAction.RemoveOrEmptyOrNewUid, 2)]
    internal void All_rows_of_the_table_are_there(ProfileAction action, int count) =>
        Assert.Equal(count, ConfidentialityProfile.Attributes.Count(attribute => attribute.Action == action));

    [Theory]
    [InlineData(0x00100010, ProfileAction.Empty, "Patient's Name")]
    [InlineData(0x00100020, ProfileAction.EmptyOrDummy, "Patient ID")]
    [InlineData(0x00101040, ProfileAction.Remove, "Patient's Address")]
    [InlineData(0x0020000D, ProfileAction.NewUid, "Study Instance UID")]
    [InlineData(0x00080080, ProfileAction.RemoveOrEmptyOrDummy, "Institution Name")]
    [InlineData(0x00081140, ProfileAction.RemoveOrEmptyOrNewUid, "Referenced Image Sequence")]
    [InlineData(0x0040A730, ProfileAction.Dummy, "Content Sequence")]
    [InlineData(0x3004007F, ProfileAction.Remove, "Dose Calculation Model Name")]
    internal void A_row_says_what_is_done(uint tag, ProfileAction action, string name)
    {
        ProfileAttribute attribute = ConfidentialityProfile.Find(tag)!;
        Assert.Equal(action, attribute.Action);
        Assert.Equal(name, attribute.Name);
    }

    [Theory]
    [InlineData(0x00080060)]
    [InlineData(0x00280010)]
    [InlineData(0x7FE00010)]
    public void What_makes_the_image_has_no_row(uint tag)
    {
        Assert.Null(ConfidentialityProfile.Find(tag));
        Assert.False(ConfidentialityProfile.IsInRemovedGroup(tag));
    }

    [Theory]
    [InlineData(0x00090010)]
    [InlineData(0x50003000)]
    [InlineData(0x501E0005)]
    [InlineData(0x60003000)]
    [InlineData(0x60024000)]
    public void Private_groups_curves_and_overlays_are_removed_as_a_whole(uint tag) =>
        Assert.True(ConfidentialityProfile.IsInRemovedGroup(tag));

    [Fact]
    public void Every_row_has_a_representation_that_the_standard_knows() =>
        Assert.All(ConfidentialityProfile.Attributes, attribute => Assert.True(ValueRepresentation.IsKnown(attribute.Vr), attribute.Name));

    [Fact]
    public void What_the_options_keep_has_the_representation_that_they_are_about()
    {
        Assert.All(
            new uint[] { 0x00100040, 0x00101010, 0x00101020, 0x00101030, 0x00102160, 0x001021A0, 0x001021C0 },
            tag => Assert.True(ConfidentialityProfile.Find(tag)!.IsPatientCharacteristic, DicomTag.Format(tag)));
        Assert.Equal(14, ConfidentialityProfile.Attributes.Count(attribute => attribute.IsPatientCharacteristic));
        Assert.Equal(166, ConfidentialityProfile.Attributes.Count(IsDateOrTime));

        static bool IsDateOrTime(ProfileAttribute attribute) =>
            attribute.IsTemporal && (ValueRepresentation.IsDate(attribute.Vr) || attribute.Vr == ValueRepresentation.TM);
    }

    [Fact]
    public void Identifying_attributes_have_numbers_of_one_byte()
    {
        Assert.InRange(IdentifyingAttributes.Count, 1, 256);
        for (int index = 0; index < IdentifyingAttributes.Count; index++)
        {
            Assert.Equal(index, IdentifyingAttributes.IndexOf(IdentifyingAttributes.TagOf(index)));
            Assert.NotEmpty(IdentifyingAttributes.NameOf(index));
        }
    }

    [Fact]
    public void All_names_of_persons_and_free_texts_of_the_table_identify() => Assert.All(
        ConfidentialityProfile.Attributes,
        attribute => Assert.True(
            IdentifyingAttributes.IndexOf(attribute.Tag) >= 0
            || attribute.Vr is not (ValueRepresentation.PN or ValueRepresentation.LT or ValueRepresentation.ST or ValueRepresentation.UT),
            attribute.Name));

    [Theory]
    [InlineData(0x00104000, true)] // Patient Comments
    [InlineData(0x00204000, true)] // Image Comments
    [InlineData(0x001021B0, true)] // Additional Patient History
    [InlineData(0x00700084, true)] // Content Creator's Name
    [InlineData(0x00142006, true)] // Evaluator Name, which the table does not have
    [InlineData(0x00080080, true)] // Institution Name
    [InlineData(0x00100040, false)] // Patient's Sex
    [InlineData(0x0008103E, false)] // Series Description
    [InlineData(0x00080060, false)] // Modality
    public void Some_attributes_identify_and_others_do_not(uint tag, bool identifies) =>
        Assert.Equal(identifies, IdentifyingAttributes.IndexOf(tag) >= 0);
}
