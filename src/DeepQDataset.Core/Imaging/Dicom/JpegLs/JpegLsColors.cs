namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Reverts the colour transformations of HP's encoders.</summary>
internal static class JpegLsColors
{
    /// <summary>Converts coded samples to red, green and blue.</summary>
    /// <returns>The reason why this is not possible, as a clause; null on success.</returns>
    public static string? Restore(JpegLsColorTransform transform, JpegLsFrame frame, Span<byte> samples)
    {
        if (transform == JpegLsColorTransform.None)
        {
            return null;
        }

        if (frame.Components != 3 || frame.Precision != 8)
        {
            return FormattableString.Invariant(
                $"its JPEG-LS data transform {frame.Components} components of {frame.Precision} bits as colours, which is not converted");
        }

        for (int i = 0; i + 2 < samples.Length; i += 3)
        {
            (int first, int second, int third) = (samples[i], samples[i + 1], samples[i + 2]);
            (int red, int green, int blue) = transform switch
            {
                JpegLsColorTransform.Hp1 => (first + second - 128, second, third + second - 128),
                JpegLsColorTransform.Hp2 => Second(first, second, third),
                _ => Third(first, second, third),
            };
            samples[i] = (byte)red;
            samples[i + 1] = (byte)green;
            samples[i + 2] = (byte)blue;
        }

        return null;
    }

    private static (int Red, int Green, int Blue) Second(int first, int second, int third)
    {
        int red = (first + second - 128) & byte.MaxValue;
        return (red, second, third + ((red + second) >> 1) - 128);
    }

    private static (int Red, int Green, int Blue) Third(int first, int second, int third)
    {
        int green = first - ((third + second) >> 2) + 64;
        return (third + green - 128, green, second + green - 128);
    }
}
