namespace DeepQDataset.Sources.Zip;

/// <summary>Provides the file type bits of a Unix mode (POSIX sys/stat.h).</summary>
internal static class UnixFileType
{
    public const int Fifo = 0x1000;
    public const int CharacterDevice = 0x2000;
    public const int Folder = 0x4000;
    public const int BlockDevice = 0x6000;
    public const int Regular = 0x8000;
    public const int SymbolicLink = 0xA000;
    public const int Socket = 0xC000;

    /// <summary>Returns a type's name with its article, for messages.</summary>
    public static string Name(int type) => type switch
    {
        Fifo => "a named pipe",
        CharacterDevice or BlockDevice => "a device",
        SymbolicLink => "a symbolic link",
        Socket => "a socket",
        _ => "a special file",
    };
}
