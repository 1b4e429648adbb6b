using System.Globalization;
using System.Text;
using DeepQDataset.Evaluation;
using DeepQDataset.Masks;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Evaluation;

/// <summary>
/// Tests the evaluation of predictions. The figures of boxes and classes were computed once by COCO's own evaluation (cocoeval.py of
/// cocoapi) and by scikit-learn 1.2.1 (roc_auc_score, precision_score, recall_score, f1_score) on the same numbers, which
/// <see cref="Numbers"/> reproduces.
/// </summary>
public sealed class PredictionEvaluatorTests
{
    [Fact]
    public void Average_precision_is_what_COCO_computes()
    {
        Numbers numbers = new(7);
        List<DqLabel> truths = [];
        List<DqLabel> predictions = [];
        for (int image = 0; image < 12; image++)
        {
            for (int box = 1 + numbers.Next(4); box > 0; box--)
            {
                (int x, int y, int width, int height) = (numbers.Next(40), numbers.Next(40), 5 + numbers.Next(20), 5 + numbers.Next(20));
                int name = numbers.Next(2);
                truths.Add(Box(image, name, x, y, width, height));
                for (int guess = numbers.Next(3); guess > 0; guess--)
                {
                    (int dx, int dy, int dw, int dh) = (numbers.Next(7) - 3, numbers.Next(7) - 3, numbers.Next(5) - 2, numbers.Next(5) - 2);
                    int guessed = numbers.Next(8) > 0 ? name : 1 - name;
                    predictions.Add(
                        Box(image, guessed, x + dx, y + dy, width + dw, height + dh) with
                        {
                            Confidence = numbers.Next(1000) / 1000.0,
                        });
                }
            }
        }

        // Images without a prediction count, too.
        predictions.AddRange(
            Enumerable.Range(0, 12).Select(image => new DqLabel { Image = $"{image}.png", Class = DqLabel.NegativeClass }));
        IReadOnlyList<DqPredictionStatistics> found = PredictionEvaluator.Evaluate(truths, predictions, 0.5);
        Assert.Equal(["c0", "c1"], found.Select(statistics => statistics.Class));
        double[] ap50 = [0.466658094380867, 0.410537482319660];
        double[] ap = [0.188412626976983, 0.114782906862115];
        for (int index = 0; index < 2; index++)
        {
            Assert.Equal(ap50[index], found[index].Ap50!.Value, 1e-12);
            Assert.Equal(ap[index], found[index].Ap!.Value, 1e-12);
            Assert.Equal(truths.Count(label => label.Class == found[index].Class), found[index].Truths);
        }
    }

    [Fact]
    public void Classification_is_what_scikit_learn_computes()
    {
        Numbers numbers = new(11);
        int[] isTrue = [.. Enumerable.Range(0, 40).Select(_ => numbers.Next(2))];
        double[] confidence = [.. isTrue.Select(truth => (numbers.Next(20) + (3 * truth)) / 25.0)];
        DqPredictionStatistics found = Assert.Single(PredictionEvaluator.Evaluate(
            isTrue.Select((truth, image) => new DqLabel { Image = $"{image}.png", Class = "x", Value = truth }),
            confidence.Select((sure, image) => new DqLabel { Image = $"{image}.png", Class = "x", Value = 1, Confidence = sure }),
            0.5));
        Assert.Equal(0.621250000000000, found.Auc!.Value, 1e-12);
        Assert.Equal(0.550000000000000, found.Precision!.Value, 1e-12);
        Assert.Equal(0.550000000000000, found.Recall!.Value, 1e-12);
        Assert.Equal(0.550000000000000, found.F1!.Value, 1e-12);
    }

    [Fact]
    public void Dice_is_twice_what_is_shared_by_what_both_have()
    {
        DqLabel Mask(string image, params byte[] bytes) =>
            new() { Image = image, Class = "x", Mask = MaskText.Encode(bytes), MaskWidth = 8, MaskHeight = bytes.Length };
        DqPredictionStatistics found = Assert.Single(PredictionEvaluator.Evaluate(
            [Mask("a.png", 0xF0, 0), Mask("b.png", 0, 0), Mask("c.png", 0xFF, 0)],
            [Mask("a.png", 0x30, 0), Mask("b.png", 0, 0), Mask("c.png", 0, 0xFF)],
            0.5));
        Assert.Equal(((2.0 * 2 / 6) + 0) / 2, found.Dice!.Value, 1e-12);
    }

    [Fact]
    public void Names_come_back_decoded_and_what_is_not_there_is_told()
    {
        List<string> unknown = [];
        IReadOnlyList<DqPredictionStatistics> found = PredictionEvaluator.Evaluate(
            [
                new DqLabel
                {
                    Image = "a%41+b.png",
                    Class = "x",
                    Value = 1,
                },
            ],
            [
                new DqLabel
                {
                    Image = "aA b.png",
                    Class = "x",
                    Value = 1,
                    Confidence = 0.9,
                },
                new DqLabel
                {
                    Image = "z.png",
                    Class = "x",
                    Value = 1,
                },
            ],
            0.5,
            unknown.Add);
        Assert.Equal(1, Assert.Single(found).TruePositives);
        Assert.Equal(["z.png"], unknown);
        Assert.Equal(
            "NoCommonImage",
            Assert
                .Throws<DatasetException>(() =>
                    PredictionEvaluator.Evaluate(
                        [
                            new DqLabel
                            {
                                Image = "a.png",
                                Class = "x",
                                Value = 1,
                            },
                        ],
                        [
                            new DqLabel
                            {
                                Image = "b.png",
                                Class = "x",
                                Value = 1,
                            },
                        ],
                        0.5))
                .ErrorId);
    }

    [Theory]
    [InlineData("file_name,label_name,confidence\na.png,x,0.5\n", "a.png x 1  0.5")]
    [InlineData(
        "file_name,label_name,x,y,width,height,confidence\na.png,x,1,2,3.5,4,1e-3\nb.png,nothing to label,,,,,\n",
        "a.png x  1 0.001|b.png nothing to label   "
    )]
    public void Predictions_are_read_by_their_header(string text, string expected)
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["prediction.csv"], text);
        IReadOnlyList<DqLabel> labels = PredictionReader.Read(folder["prediction.csv"], TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join('|', labels.Select(label => string.Create(
            CultureInfo.InvariantCulture, $"{label.Image} {label.Class} {label.Value} {label.X} {label.Confidence}"))));
    }

    [Theory]
    [InlineData("a.png,x,0.5\n", "has no column 'file_name'")]
    [InlineData("file_name,label_name,confidence\na.png,x,high\n", "line 2: 'high' in 'confidence' is not a number")]
    [InlineData("file_name,label_name,confidence\na.png,x\n", "line 2: the line has 2 columns")]
    [InlineData("", "the file is empty")]
    public void What_is_no_prediction_is_refused_with_its_line(string text, string fault)
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["prediction.csv"], text, Encoding.UTF8);
        DatasetException exception = Assert.Throws<DatasetException>(
            () => PredictionReader.Read(folder["prediction.csv"], TestContext.Current.CancellationToken));
        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
    }

    private static DqLabel Box(int image, int name, int x, int y, int width, int height) =>
        new() { Image = $"{image}.png", Class = $"c{name}", X = x, Y = y, Width = width, Height = height };

    /// <summary>Generates numbers that any language can reproduce: a linear congruence.</summary>
    private sealed class Numbers(long seed)
    {
        private long _state = seed;

        public int Next(int limit)
        {
            _state = ((_state * 1103515245) + 12345) % 2147483648;
            return (int)(_state / 65536 % limit);
        }
    }
}
