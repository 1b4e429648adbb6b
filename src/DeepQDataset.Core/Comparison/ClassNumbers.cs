namespace DeepQDataset.Comparison;

/// <summary>Maps the classes of two deliveries to common numbers, in ordinal order of their names.</summary>
internal sealed class ClassNumbers
{
    private ClassNumbers(IReadOnlyList<string> names, int[] ofReference, int[] ofDifference)
    {
        Names = names;
        OfReference = ofReference;
        OfDifference = ofDifference;
    }

    /// <summary>Gets the names by common number.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets the common number of each class of the reference.</summary>
    public IReadOnlyList<int> OfReference { get; }

    /// <summary>Gets the common number of each class of the compared dataset.</summary>
    public IReadOnlyList<int> OfDifference { get; }

    /// <summary>Creates the common numbers of the classes of both deliveries.</summary>
    public static ClassNumbers Of(IReadOnlyList<string> reference, IReadOnlyList<string> difference)
    {
        string[] names = [.. reference.Concat(difference).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> numbers = new(names.Length, StringComparer.Ordinal);
        for (int number = 0; number < names.Length; number++)
        {
            numbers.Add(names[number], number);
        }

        return new ClassNumbers(names, [.. reference.Select(name => numbers[name])], [.. difference.Select(name => numbers[name])]);
    }
}
