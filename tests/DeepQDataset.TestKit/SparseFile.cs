using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.TestKit;

/// <summary>Files of zeros that are long and take no room on the disk.</summary>
public static class SparseFile
{
    /// <summary>The control code <c>FSCTL_SET_SPARSE</c>: without it, NTFS reserves the whole length.</summary>
    private const uint SetSparse = 0x900C4;

    /// <summary>Makes a file of zeros.</summary>
    /// <param name="path">The path, in an existing folder.</param>
    /// <param name="length">The length in bytes.</param>
    /// <exception cref="IOException">The file system cannot have such a file.</exception>
    public static void Create(string path, long length)
    {
        using FileStream file = File.Create(path);
        if (OperatingSystem.IsWindows() && !DeviceIoControl(file.SafeFileHandle, SetSparse, 0, 0, 0, 0, out _, 0))
        {
            throw new IOException($"'{path}' cannot be sparse.", new Win32Exception());
        }

        file.SetLength(length);
    }

    [DllImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool DeviceIoControl(
        SafeFileHandle file, uint code, nint input, uint inputLength, nint output, uint outputLength, out uint returned, nint overlapped);
}
