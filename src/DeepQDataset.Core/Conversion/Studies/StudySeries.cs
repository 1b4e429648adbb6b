namespace DeepQDataset.Conversion.Studies;

/// <summary>Represents a series of the plan.</summary>
/// <param name="study">The folder of the study.</param>
/// <param name="name">The folder of the series, such as <c>Series1</c>.</param>
/// <param name="instances">The instances in order.</param>
internal sealed class StudySeries(string study, string name, DicomInstance[] instances)
{
    private const int FewestDigits = 3;
    private const int FewestFrameDigits = 2;

    private readonly int _digits = Math.Max(FewestDigits, Digits(instances.Length));

    /// <summary>Gets the study's folder.</summary>
    public string Study { get; } = study;

    /// <summary>Gets the series' folder, such as <c>Series1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the instances in order.</summary>
    public IReadOnlyList<DicomInstance> Instances { get; } = instances;

    /// <summary>Gets or sets a value that indicates whether the folder has been created.</summary>
    public bool HasFolder { get; set; }

    /// <summary>
    /// Returns the qualified name of an image, without extension: <c>Study1/Series1/image001</c>, <c>Study1/Series1/image001_frame01</c>.
    /// </summary>
    /// <param name="index">The 0-based index of the instance.</param>
    /// <param name="frame">The 0-based index of the frame.</param>
    public string NameOf(int index, int frame)
    {
        string number = Padded(index + 1, _digits);
        int frames = Instances[index].Frames;
        string suffix = frames == 1 ? "" : $"_frame{Padded(frame + 1, Math.Max(FewestFrameDigits, Digits(frames)))}";
        return $"{Study}/{Name}/image{number}{suffix}";
    }

    private static string Padded(int number, int digits) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static int Digits(int number)
    {
        int digits = 1;
        for (; number >= 10; number /= 10)
        {
            digits++;
        }

        return digits;
    }
}
