using System.Text;
using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Statistics;

/// <summary>Counts the images and boxes of one class.</summary>
/// <param name="name">The class; null for unlabelled images.</param>
internal sealed class ClassTally(string? name)
{
    /// <summary>Gets the class; null for unlabelled images.</summary>
    public string? Name { get; } = name;

    /// <summary>Gets the images with the class, by a value of 1 or a box.</summary>
    public ImageNumbers Positive { get; } = new();

    /// <summary>Gets the images with a value of 0, including those that another label contradicts.</summary>
    public ImageNumbers Negative { get; } = new();

    /// <summary>Gets the widths of the boxes.</summary>
    public List<double> BoxWidths { get; } = [];

    /// <inheritdoc cref="BoxWidths"/>
    public List<double> BoxHeights { get; } = [];

    /// <inheritdoc cref="BoxWidths"/>
    public List<double> BoxAreas { get; } = [];

    /// <summary>Gets the shares of their images that masks cover.</summary>
    public List<double> MaskShares { get; } = [];

    /// <summary>Gets or sets a value that indicates whether the labels can express that an image does not have the class.</summary>
    public bool HasNegatives { get; set; }

    /// <summary>Counts a label.</summary>
    /// <param name="image">The index of the image.</param>
    /// <param name="value">1 if the image has the class, 0 if it does not.</param>
    /// <param name="box">The box; null for classification.</param>
    /// <param name="mask">The mask; null if the task is not segmentation. An empty mask means that the class is absent.</param>
    public void Add(int image, int value, BoundingBox? box, LabelMask? mask = null)
    {
        if (mask is LabelMask pixels && ShareOf(pixels) is double share)
        {
            value = share > 0 ? 1 : 0;
            MaskShares.AddRange(share > 0 ? [share] : []);
        }

        (value == 0 ? Negative : Positive).Add(image);
        HasNegatives |= value == 0;
        if (box is BoundingBox area)
        {
            BoxWidths.Add(area.Width);
            BoxHeights.Add(area.Height);
            BoxAreas.Add(area.Width * area.Height);
        }
    }

    /// <summary>Returns the share of the image that a mask covers; null if its text cannot be read.</summary>
    private static double? ShareOf(LabelMask mask) =>
        mask.Width < 1 || mask.Height < 1
        || MaskText.TryDecode(Encoding.UTF8.GetBytes(mask.Text), mask.Width, mask.Height, out byte[]? packed) is not null ? null
        : MaskBuilder.Count(packed) / ((double)mask.Width * mask.Height);

    /// <summary>Returns the number of images with a value of 0 and no other label of the class.</summary>
    public int CountNegatives()
    {
        ReadOnlySpan<int> positive = Positive.Distinct();
        int count = 0;
        int next = 0;
        foreach (int image in Negative.Distinct())
        {
            while (next < positive.Length && positive[next] < image)
            {
                next++;
            }

            count += next < positive.Length && positive[next] == image ? 0 : 1;
        }

        return count;
    }
}
