using System.Buffers;
using System.Diagnostics;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Bench;

/// <summary>
/// Measures the minimum work of packing stored files: reads each on all processors, computes its CRC-32, and writes it to one file. It has
/// no format and no order, and computes no hash of the whole, which cannot be parallelized.
/// </summary>
internal static class BareLoop
{
    /// <summary>Runs the loop once.</summary>
    /// <returns>The seconds it took, including listing the folder.</returns>
    public static double Seconds(string folder, string destination)
    {
        File.Delete(destination);
        long started = Stopwatch.GetTimestamp();
        uint check = 0;
        long end = 0;
        using (SafeFileHandle output = File.OpenHandle(destination, FileMode.CreateNew, FileAccess.Write))
        {
            Parallel.ForEach(new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories), file =>
            {
                int length = (int)file.Length;
                byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
                using (SafeFileHandle input = File.OpenHandle(file.FullName))
                {
                    length = RandomAccess.Read(input, buffer.AsSpan(0, length), 0);
                }

                Interlocked.Add(ref check, Crc32.HashToUInt32(buffer.AsSpan(0, length)));
                RandomAccess.Write(output, buffer.AsSpan(0, length), Interlocked.Add(ref end, length) - length);
                ArrayPool<byte>.Shared.Return(buffer);
            });
        }

        return check == 0 ? throw new InvalidOperationException("Nothing was read.") : Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
