using DeepQDataset.Sources.Zip;
using DeepQDataset.Streams;
using DeepQDataset.TestKit;
using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Core.Tests.Sources.Zip;

/// <summary>Reads a zip that a test made.</summary>
internal static class ZipFile
{
    public static ZipDirectory Read(ZipBuilder builder) => Read(builder.ToArray());

    public static ZipDirectory Read(byte[] bytes)
    {
        using TempFolder folder = new();
        string path = folder["a.zip"];
        File.WriteAllBytes(path, bytes);
        using SafeFileHandle handle = FileRegionStream.OpenShared(path);
        return ZipDirectoryReader.Read(handle);
    }
}
