namespace DeepQDataset.TestKit;

/// <summary>The pixels of test images: smooth enough to look like an image, different for each seed.</summary>
internal static class SamplePattern
{
    /// <summary>Returns a sample of 0 to 255.</summary>
    public static byte At(int x, int y, int channel, int seed)
    {
        uint mixed = (uint)((seed * 0x9E3779B1L) + (channel * 0x85EBCA6BL));
        mixed ^= mixed >> 15;
        uint slope = 1 + (mixed % 13);
        uint phase = (mixed >> 8) % 251;
        uint block = (uint)((x >> 2) * 31 + ((y >> 2) * 17)) * (mixed | 1);
        return (byte)(phase + (slope * (uint)(x + y)) + (block >> 27));
    }
}
