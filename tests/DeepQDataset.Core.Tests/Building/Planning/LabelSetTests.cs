using DeepQDataset.Building.Planning;
using Xunit;

namespace DeepQDataset.Core.Tests.Building.Planning;

public sealed class LabelSetTests
{
    public static TheoryData<string, DqLabel> NoLabels => new()
    {
        { "LabelWithoutImage", new DqLabel { Image = " ", Class = "A", Value = 1 } },
        { "LabelValue", new DqLabel { Image = "a.png", Class = "A", Value = 2 } },
        { "LabelWithoutClass", new DqLabel { Image = "a.png", Value = 1 } },
        { "LabelWithoutClass", new DqLabel { Image = "a.png", Class = "", X = 1, Y = 1, Width = 1, Height = 1 } },
        { "LabelWithoutValue", new DqLabel { Image = "a.png", Class = "A" } },
        { "HalfBox", new DqLabel { Image = "a.png", Class = "A", X = 1, Y = 1, Width = 1 } },
        { "BoxNumber", new DqLabel { Image = "a.png", Class = "A", X = double.NaN, Y = 1, Width = 1, Height = 1 } },
        { "BoxNumber", new DqLabel { Image = "a.png", Class = "A", X = 1, Y = 1, Width = double.PositiveInfinity, Height = 1 } },
        { "BoxSize", new DqLabel { Image = "a.png", Class = "A", X = 1, Y = 1, Width = 0, Height = 1 } },
        { "LabelValue", new DqLabel { Image = "a.png", Class = "A", Value = 0, X = 1, Y = 1, Width = 1, Height = 1 } },
    };

    [Theory]
    [MemberData(nameof(NoLabels))]
    public void What_is_no_label_is_refused(string errorId, DqLabel label)
    {
        LabelSet labels = new();
        DatasetException exception = Assert.Throws<DatasetException>(() => labels.Add(label));
        Assert.Equal((errorId, DatasetErrorKind.InvalidData), (exception.ErrorId, exception.Kind));
        Assert.StartsWith("Label 1 (", exception.Message, StringComparison.Ordinal);
        Assert.Empty(labels.Labels);
    }

    [Fact]
    public void A_refusal_names_the_label_by_number_line_image_and_class()
    {
        LabelSet labels = new();
        labels.Add(new DqLabel { Image = "a.png", Class = "A", Value = 1 });
        DatasetException exception = Assert.Throws<DatasetException>(() =>
            labels.Add(new DqLabel { Image = "b.png", Class = "B", Value = 7, Line = 12 }));
        Assert.Equal("Label 2, line 12 (image 'b.png', class 'B') has the value 7; it must be 0 or 1.", exception.Message);
    }

    [Fact]
    public void Boxes_and_classes_do_not_mix_and_both_offenders_are_named()
    {
        LabelSet labels = new();
        labels.Add(new DqLabel { Image = "none.png" });
        labels.Add(new DqLabel { Image = "a.png", Class = "A", Value = 1 });
        DatasetException exception = Assert.Throws<DatasetException>(() =>
            labels.Add(new DqLabel { Image = "b.png", Class = "lesion", X = 1, Y = 2, Width = 3, Height = 4 }));
        Assert.Equal("MixedLabels", exception.ErrorId);
        Assert.Contains(
            "label 2 (image 'a.png', class 'A') has a value, label 3 (image 'b.png', class 'lesion') has a box",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_is_its_file_where_that_is_known_and_its_name_otherwise()
    {
        LabelSet labels = new();
        labels.Add(new DqLabel { Image = "a.png", Class = "A", Value = 1, SourcePath = "/x/1/a.png" });
        labels.Add(new DqLabel { Image = "a.png", Class = "B", Value = 1, SourcePath = "/x/2/a.png" });
        labels.Add(new DqLabel { Image = "a.png", Class = "B", Value = 1, SourcePath = "/x/z.zip", SourceEntry = "1/a.png" });
        labels.Add(new DqLabel { Image = "a.png", Class = "B", Value = 1, SourcePath = "/x/z.zip", SourceEntry = "2/a.png" });
        labels.Add(new DqLabel { Image = "a.png", Class = "B", Value = 1 });
        labels.Add(new DqLabel { Image = "a.png ", Class = "C", Value = 0, SourcePath = "" });
        Assert.Equal(5, labels.Images.Count);
        Assert.Equal(["A", "B", "C"], labels.Classes);
        Assert.Equal(DqTask.Classification, labels.Task);
    }
}
