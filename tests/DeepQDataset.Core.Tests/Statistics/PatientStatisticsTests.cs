using System.Reflection;
using DeepQDataset.Statistics;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Statistics;

public sealed class PatientStatisticsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Patients_and_studies_are_counted_for_each_class()
    {
        // Class A: three images of P1 in two studies and one of P2; class B: one of P2.
        IReadOnlyList<DqPatientStatistics> classes = Measure(new DatasetBuilder()
            .File("Classes/A/a1.dcm", Slice("P1", "1.2.1", 1))
            .File("Classes/A/a2.dcm", Slice("P1", "1.2.1", 2))
            .File("Classes/A/a3.dcm", Slice("P1", "1.2.2", 3))
            .File("Classes/A/a4.dcm", Slice("P2", "1.2.3", 4))
            .File("Classes/B/b1.dcm", Slice("P2", "1.2.3", 5)));

        Assert.Equal(["A", "B"], classes.Select(counted => counted.Class));
        Assert.Equal([4, 1], classes.Select(counted => counted.Images));
        Assert.Equal([2, 1], classes.Select(counted => counted.Patients));
        Assert.Equal([3, 1], classes.Select(counted => counted.Studies));
        Assert.Equal([3, 1], classes.Select(counted => counted.LargestPatientImages));
        Assert.Equal([0.75, 1], classes.Select(counted => counted.LargestPatientShare));
    }

    [Fact]
    public void A_study_stands_for_the_patient_that_its_images_do_not_name()
    {
        DqPatientStatistics counted = Assert.Single(Measure(new DatasetBuilder()
            .File("image/a1.dcm", Slice("", "1.2.1", 1))
            .File("image/a2.dcm", Slice("", "1.2.1", 2))
            .File("image/a3.dcm", Slice("P2", "1.2.3", 3))
            .File("image/a4.dcm", Slice("", "", 4))));

        Assert.Equal((2, 2), (counted.Patients, counted.Studies));
        Assert.Equal((2, 1), (counted.ImagesByStudy, counted.ImagesUnknown));
        Assert.Equal(0.5, counted.LargestPatientShare);
    }

    [Fact]
    public void Study_folders_are_the_studies_of_images_that_are_not_DICOM()
    {
        IReadOnlyList<DqPatientStatistics> classes = Measure(Datasets.Studies());

        Assert.Equal(
            [("Class A", 1, 3), ("Class B", 1, 3)], classes.Select(counted => (counted.Class, counted.Patients, counted.ImagesByStudy)));
    }

    [Fact]
    public void No_patient_value_is_in_the_output()
    {
        DqPatientStatistics counted = Assert.Single(Measure(new DatasetBuilder().File("image/a.dcm", Slice("SECRET-77", "1.2.1", 1))));
        string all = string.Join(
            '|',
            typeof(DqPatientStatistics)
                .GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Select(property => property.GetValue(counted)));

        Assert.Contains("|1|", all, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", all, StringComparison.Ordinal);
    }

    private static byte[] Slice(string patient, string study, int number) => new DicomBuilder
    {
        Rows = 16,
        Columns = 16,
        PatientId = patient,
        StudyInstanceUid = study,
        SeriesInstanceUid = FormattableString.Invariant($"2.25.1.{number}"),
        SopInstanceUid = FormattableString.Invariant($"2.25.1.{number}.1"),
        Seed = number,
    }.Build();

    private IReadOnlyList<DqPatientStatistics> Measure(DatasetBuilder dataset) => DatasetMeasurer
        .MeasurePatients(dataset.WriteFolder(_folder["set"]), threads: 2, progress: null, TestContext.Current.CancellationToken).Classes;
}
