using CsCheck;
using DeepQDataset.Comparison;
using DeepQDataset.Labels;
using Xunit;

namespace DeepQDataset.Core.Tests.Comparison;

public sealed class BoxMatcherTests
{
    private static readonly Gen<List<BoundingBox>> Boxes = Gen.Select(
        Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[1, 4], Gen.Int[1, 4], (x, y, width, height) => new BoundingBox(x, y, width, height)
    ).List[0, 8];

    [Fact]
    public void The_differences_lead_from_the_one_set_of_boxes_to_the_other() => Gen.Select(Boxes, Boxes).Sample(
        (before, after) =>
        {
            List<BoundingBox> patched = [.. before];
            foreach ((BoundingBox? removed, BoundingBox? added) in BoxMatcher.Match([.. before], [.. after]))
            {
                Assert.True(removed is null || patched.Remove(removed.Value));
                Assert.NotEqual(removed, added);
                if (added is BoundingBox box)
                {
                    patched.Add(box);
                }
            }

            Assert.Equal(Sorted(after), Sorted(patched));
        },
        iter: 2000);

    [Fact]
    public void The_order_of_boxes_does_not_matter() => Gen.Select(Boxes, Boxes).Sample(
        (before, after) => Assert.Equal(
            BoxMatcher.Match([.. before], [.. after]),
            BoxMatcher.Match([.. Enumerable.Reverse(before)], [.. Enumerable.Reverse(after)])),
        iter: 1000);

    [Theory]
    [InlineData(0.009, 0)]
    [InlineData(0.02, 1)]
    public void A_hundredth_of_a_pixel_is_rounding_and_no_change(double shift, int changes)
    {
        BoundingBox box = new(10.5, 20, 30, 40);

        Assert.Equal(changes, BoxMatcher.Match([box], [box with { X = box.X - shift }]).Count);
        Assert.Equal(changes, BoxMatcher.Match([box], [box with { Height = box.Height + shift }]).Count);
    }

    [Fact]
    public void Very_many_boxes_are_not_paired_one_by_one()
    {
        List<BoundingBox> before = [.. Enumerable.Range(0, 2000).Select(x => new BoundingBox(x, 0, 1, 1))];
        List<BoundingBox> after = [.. Enumerable.Range(0, 2000).Select(x => new BoundingBox(x, 0.5, 1, 1))];

        List<(BoundingBox? Before, BoundingBox? After)> differences = BoxMatcher.Match(before, after);

        Assert.Equal(4000, differences.Count);
        Assert.All(differences, pair => Assert.True(pair.Before is null ^ pair.After is null));
    }

    private static IEnumerable<BoundingBox> Sorted(IEnumerable<BoundingBox> boxes) =>
        boxes.OrderBy(box => box.X).ThenBy(box => box.Y).ThenBy(box => box.Width).ThenBy(box => box.Height);
}
