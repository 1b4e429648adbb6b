using DeepQDataset.Sources;

namespace DeepQDataset.Inventory;

/// <summary>Represents a dataset as read by some editions of the platform.</summary>
/// <param name="Editions">The editions.</param>
/// <param name="Inventory">The inventory in these editions.</param>
internal sealed record DatasetView(EditionSet Editions, DatasetInventory Inventory)
{
    /// <summary>Returns the views of a dataset: one for all editions, or two.</summary>
    /// <param name="source">An open source.</param>
    /// <param name="listed">The inventory in the editions before 3.0.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public static DatasetView[] Of(IDatasetSource source, DatasetInventory listed, CancellationToken cancellation)
    {
        DatasetInventory free = FreeLayout.Build(source, listed, cancellation);
        return ReferenceEquals(free, listed)
            ? [new DatasetView(EditionSet.All, listed)]
            : [new DatasetView(EditionSet.Before30, listed), new DatasetView(EditionSet.Edition30, free)];
    }

    /// <summary>
    /// Returns an inventory with the distinct images of all views in ordinal order of their paths, which are the images to read.
    /// </summary>
    public static DatasetInventory Union(DatasetView[] views)
    {
        if (views.Length == 1)
        {
            return views[0].Inventory;
        }

        Dictionary<string, ImageEntry> images = new(StringComparer.Ordinal);
        foreach (DatasetView view in views)
        {
            foreach (ImageEntry image in view.Inventory.Images)
            {
                images.TryAdd(image.Path, image);
            }
        }

        return views[^1].Inventory with { Images = [.. images.Values.OrderBy(image => image.Path, StringComparer.Ordinal)] };
    }

    /// <summary>Selects the values of this view's images.</summary>
    /// <param name="all">The union of all views.</param>
    /// <param name="values">One value for each image of the union; null if there are none.</param>
    /// <returns>One value for each of this view's images.</returns>
    public IReadOnlyList<T?>? Pick<T>(DatasetInventory all, IReadOnlyList<T?>? values)
    {
        if (values is null || ReferenceEquals(all, Inventory))
        {
            return values;
        }

        // Both are in ordinal order of the paths, and the union contains all images of this view.
        T?[] picked = new T?[Inventory.Images.Count];
        int at = 0;
        for (int index = 0; index < picked.Length; index++)
        {
            while (!string.Equals(all.Images[at].Path, Inventory.Images[index].Path, StringComparison.Ordinal))
            {
                at++;
            }

            picked[index] = values[at];
        }

        return picked;
    }
}
