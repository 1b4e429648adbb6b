using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.IO.Hashing;

namespace DeepQDataset.Bench;

/// <summary>The least that packing stored files takes: reads each on all processors, takes its CRC-32, and appends it to one file. No format, no hash.</summary>
internal static class BareLoop
{
    /// <summary>Does it once and prints the seconds.</summary>
    public static int Once(string folder, string destination)
    {
        File.Delete(destination);
        long started = Stopwatch.GetTimestamp();
        FileInfo[] files = new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories);
        uint check = 0;
        long end = 0;
        using (Microsoft.Win32.SafeHandles.SafeFileHandle output = File.OpenHandle(destination, FileMode.CreateNew, FileAccess.Write))
        {
            Parallel.ForEach(files, file =>
            {
                int length = (int)file.Length;
                byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
                using (Microsoft.Win32.SafeHandles.SafeFileHandle input = File.OpenHandle(file.FullName))
                {
                    length = RandomAccess.Read(input, buffer.AsSpan(0, length), 0);
                }

                Interlocked.Add(ref check, Crc32.HashToUInt32(buffer.AsSpan(0, length)));
                RandomAccess.Write(output, buffer.AsSpan(0, length), Interlocked.Add(ref end, length) - length);
                ArrayPool<byte>.Shared.Return(buffer);
            });
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:F4} {files.Length} files, {end} bytes, {check:x8}"));
        return 0;
    }
}
