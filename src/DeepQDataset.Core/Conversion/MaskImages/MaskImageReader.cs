using System.Globalization;
using System.Runtime.InteropServices;
using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Png;
using DeepQDataset.Masks;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.MaskImages;

/// <summary>Reads the masks of images.</summary>
/// <param name="source">The source of the masks.</param>
/// <param name="options">What their values mean.</param>
/// <param name="headers">Reads the sizes of images.</param>
/// <param name="log">Receives losses.</param>
/// <param name="cancellation">The token to monitor for cancellation requests.</param>
internal sealed class MaskImageReader(
    AnnotationSource source,
    MaskImageOptions options,
    ImageHeaders headers,
    ConversionLog log,
    CancellationToken cancellation
) : IDisposable
{
    /// <summary>The maximum number of distinct values in a mask. A file with more is a picture and not a mask.</summary>
    public const int MaximumValues = 256;

    private readonly PngPixelReader _pixels = new();
    private readonly ClassMasks _masks = new(log);

    /// <summary>Returns the labels of an image.</summary>
    public IEnumerable<DqLabel> LabelsOf(MaskImageSet set)
    {
        ImageSize? size = headers.ShownSizeOf(set.Image.File!);
        _masks.Start(set.Image, size, set.Path);
        foreach ((SourceEntry mask, string? name) in set.Masks)
        {
            Read(set.Image, size, mask, name);
        }

        return _masks.Labels();
    }

    /// <inheritdoc/>
    public void Dispose() => _pixels.Dispose();

    private void Read(ConvertedImage image, ImageSize? size, SourceEntry mask, string? name)
    {
        string path = source.PathOf(mask);
        SortedDictionary<int, MaskBuilder> values = [];
        Dictionary<int, long> unknown = [];
        DatasetException? failure = null;
        string? fault;
        try
        {
            using Stream stream = source.Source.Open(mask);
            fault = _pixels.Read(stream, mask.Length, Accept, Take, cancellation);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            fault = exception.Message.TrimEnd('.');
        }

        fault ??=
            values.Count > MaximumValues || unknown.Count > MaximumValues
                ? FormattableString.Invariant($"its pixels have more than {MaximumValues} values")
                : null;
        if (fault is not null)
        {
            image.MarkAnnotated();
            log.Fail(failure ?? new DatasetException(
                "MaskUnreadable", DatasetErrorKind.InvalidData, $"The mask '{path}' cannot be read: {fault}.", path));
            return;
        }

        foreach ((int value, MaskBuilder pixels) in values)
        {
            Add(image, name, value, pixels);
        }

        foreach ((int value, long count) in unknown)
        {
            image.MarkAnnotated();
            log.Add(
                MaskReasons.ValueUnknown, path, null,
                string.Create(CultureInfo.InvariantCulture, $"{count:N0} pixels of '{image.OriginalName}' have the value "
                    + $"{Describe(value)}"));
        }

        string? Accept(ImageHeader header)
        {
            if (size is ImageSize expected && (header.Width != expected.Width || header.Height != expected.Height))
            {
                failure = new DatasetException(
                    "MaskSizeDiffers", DatasetErrorKind.InvalidData,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The mask '{path}' has {header.Width} × {header.Height} pixels, its image '{image.OriginalName}' "
                        + $"{expected}; they must be of one size."),
                    path);
                return failure.Message;
            }

            return size is null ? $"the size of its image '{image.OriginalName}' is not known"
                : (long)header.Width * header.Height > MaskText.MaximumPixels ? "it has more pixels than any image may have"
                : null;
        }

        void Take(ReadOnlySpan<int> row, int y, int x, int step)
        {
            int last = -1;
            MaskBuilder? builder = null;
            bool isUnknown = false;
            foreach (int value in row)
            {
                int known = name is null ? value : Math.Min(value, 1);
                if (known != last)
                {
                    isUnknown = IsUnknown(name, known);
                    builder = isUnknown || IsOutside(name, known) ? null : BuilderOf(known);
                    last = known;
                }

                builder?.Set(x, y);
                if (isUnknown && (unknown.ContainsKey(known) || unknown.Count <= MaximumValues))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(unknown, known, out _)++;
                }

                x += step;
            }
        }

        MaskBuilder? BuilderOf(int value)
        {
            if (!values.TryGetValue(value, out MaskBuilder? builder) && values.Count <= MaximumValues)
            {
                builder = new MaskBuilder(size!.Value.Width, size.Value.Height);
                values.Add(value, builder);
            }

            return builder;
        }
    }

    /// <summary>Determines whether a value means no class: 0 unless a class is given for it, and values with an empty class.</summary>
    private bool IsOutside(string? name, int value) => name is not null || options.Classes?.TryGetValue(value, out string? given) != true
        ? value == 0
        : string.IsNullOrEmpty(given);

    private bool IsUnknown(string? name, int value) =>
        name is null && value != 0 && options.Classes is not null && !options.Classes.ContainsKey(value);

    private void Add(ConvertedImage image, string? name, int value, MaskBuilder pixels)
    {
        image.MarkAnnotated();
        _masks.Add(name ?? options.Classes?.GetValueOrDefault(value) ?? Describe(value), new PixelOutline(pixels, 0, 0), null);
    }

    private static string Describe(int value) => value < PngPixelReader.Color
        ? value.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"#{value & 0xFFFFFF:X6}");
}
