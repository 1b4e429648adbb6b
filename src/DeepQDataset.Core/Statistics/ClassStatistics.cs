namespace DeepQDataset.Statistics;

/// <summary>Creates the statistics from the counts: most images first, then by name; unlabelled images last.</summary>
internal static class ClassStatistics
{
    /// <summary>Returns the images, boxes and sizes of each class.</summary>
    /// <param name="dataset">The name of the dataset.</param>
    /// <param name="tallies">The counts.</param>
    /// <param name="images">The number of images in the dataset.</param>
    /// <param name="facts">The values of their headers; null if they were not read.</param>
    public static IReadOnlyList<DqClassStatistics> Of(string dataset, IEnumerable<ClassTally> tallies, int images, ImageFacts? facts) =>
        [.. Sorted(tallies).Select(tally => ToStatistics(dataset, tally, images, facts))];

    /// <summary>Returns the patients and studies of each class.</summary>
    /// <param name="dataset">The name of the dataset.</param>
    /// <param name="tallies">The counts.</param>
    /// <param name="facts">The values of the images' headers.</param>
    public static IReadOnlyList<DqPatientStatistics> PatientsOf(string dataset, IEnumerable<ClassTally> tallies, ImageFacts facts) =>
        [.. Sorted(tallies).Select(tally => ToPatients(dataset, tally, facts))];

    private static IOrderedEnumerable<ClassTally> Sorted(IEnumerable<ClassTally> tallies) => tallies
        .OrderBy(static tally => tally.Name is null)
        .ThenByDescending(static tally => tally.Positive.Distinct().Length)
        .ThenBy(static tally => tally.Name, StringComparer.Ordinal);

    private static DqClassStatistics ToStatistics(string dataset, ClassTally tally, int images, ImageFacts? facts)
    {
        ReadOnlySpan<int> positive = tally.Positive.Distinct();
        NumberSummary? boxWidth = NumberSummary.Of(tally.BoxWidths);
        NumberSummary? boxHeight = NumberSummary.Of(tally.BoxHeights);
        NumberSummary? boxArea = NumberSummary.Of(tally.BoxAreas);
        NumberSummary? maskShare = NumberSummary.Of(tally.MaskShares);
        NumberSummary? imageWidth = facts is null ? null : Summarize(positive, facts.WidthOf);
        NumberSummary? imageHeight = facts is null ? null : Summarize(positive, facts.HeightOf);
        return new DqClassStatistics
        {
            Dataset = dataset,
            Class = tally.Name,
            Images = positive.Length,
            Share = images == 0 ? 0 : (double)positive.Length / images,
            Negative = tally.HasNegatives ? tally.CountNegatives() : null,
            Boxes = tally.BoxWidths.Count > 0 ? tally.BoxWidths.Count : null,
            MinimumBoxWidth = boxWidth?.Minimum,
            MedianBoxWidth = boxWidth?.Median,
            MaximumBoxWidth = boxWidth?.Maximum,
            MinimumBoxHeight = boxHeight?.Minimum,
            MedianBoxHeight = boxHeight?.Median,
            MaximumBoxHeight = boxHeight?.Maximum,
            MinimumBoxArea = boxArea?.Minimum,
            MedianBoxArea = boxArea?.Median,
            MaximumBoxArea = boxArea?.Maximum,
            Masks = tally.MaskShares.Count > 0 ? tally.MaskShares.Count : null,
            MinimumMaskShare = maskShare?.Minimum,
            MedianMaskShare = maskShare?.Median,
            MaximumMaskShare = maskShare?.Maximum,
            MinimumImageWidth = (int?)imageWidth?.Minimum,
            MedianImageWidth = imageWidth?.Median,
            MaximumImageWidth = (int?)imageWidth?.Maximum,
            MinimumImageHeight = (int?)imageHeight?.Minimum,
            MedianImageHeight = imageHeight?.Median,
            MaximumImageHeight = (int?)imageHeight?.Maximum,
        };
    }

    private static DqPatientStatistics ToPatients(string dataset, ClassTally tally, ImageFacts facts)
    {
        ReadOnlySpan<int> positive = tally.Positive.Distinct();
        PatientTally patients = PatientTally.Of(positive, facts);
        return new DqPatientStatistics
        {
            Dataset = dataset,
            Class = tally.Name,
            Images = positive.Length,
            Patients = patients.Patients,
            Studies = patients.Studies,
            LargestPatientImages = patients.LargestPatientImages,
            LargestPatientShare = positive.Length == 0 ? null : (double)patients.LargestPatientImages / positive.Length,
            ImagesByStudy = patients.ByStudy,
            ImagesUnknown = patients.Unknown,
        };
    }

    private static NumberSummary? Summarize(ReadOnlySpan<int> images, Func<int, int> sizeOf)
    {
        List<double> sizes = new(images.Length);
        foreach (int image in images)
        {
            // The size of an unreadable image is 0.
            if (sizeOf(image) is int size and > 0)
            {
                sizes.Add(size);
            }
        }

        return NumberSummary.Of(sizes);
    }
}
