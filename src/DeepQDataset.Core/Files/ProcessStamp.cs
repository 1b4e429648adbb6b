using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DeepQDataset.Files;

/// <summary>
/// Identifies a process. The names of temporary files contain it, so that a later process can determine whether the owner has ended.
/// </summary>
/// <param name="Machine">Eight hexadecimal digits that identify the machine; see <see cref="Current"/>.</param>
/// <param name="Id">The id of the process.</param>
/// <param name="Start">
/// The start time of the process in a unit of the system; 0 if it is unknown. It distinguishes processes with the same id.
/// </param>
internal readonly record struct ProcessStamp(string Machine, int Id, long Start)
{
    private const int MachineBytes = 4;

    /// <summary>
    /// Gets the current process. The machine is a hash of the machine's name, its installation and, on Linux, the namespace of process ids,
    /// because an id has no meaning outside of its namespace.
    /// </summary>
    public static ProcessStamp Current { get; } = new(
        MachineMark(), Environment.ProcessId, TryGetStart(Environment.ProcessId, out long start, out _) ? start : 0);

    /// <summary>
    /// Gets a value that indicates whether the process is known to have ended. It is false for a process on another machine, which may
    /// write to a shared folder.
    /// </summary>
    public bool HasEnded => Machine == Current.Machine && !IsRunning(Id, Start);

    /// <summary>Parses a text that <see cref="ToString"/> returned.</summary>
    /// <param name="text">The text.</param>
    /// <param name="stamp">Receives the process.</param>
    /// <returns>True if the text is valid; otherwise, false.</returns>
    public static bool TryParse(string text, out ProcessStamp stamp)
    {
        string[] parts = text.Split('-');
        stamp = default;
        if (parts.Length != 3 || parts[0].Length != 2 * MachineBytes
            || !int.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int id)
            || !long.TryParse(parts[2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long start))
        {
            return false;
        }

        stamp = new ProcessStamp(parts[0], id, start);
        return id > 0 && start >= 0;
    }

    /// <summary>Returns the stamp as a part of a file name: machine, id and start, separated by hyphens.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Machine}-{Id:x}-{Start:x}");

    private static bool IsRunning(int id, long start)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return false;
        }

        // A process that cannot be examined, such as one of another user, is treated as running.
        return !TryGetStart(id, out long actual, out bool hasEnded) || (!hasEnded && (start == 0 || actual == start));
    }

    private static bool TryGetStart(int id, out long start, out bool hasEnded)
    {
        start = 0;
        hasEnded = false;
        try
        {
            if (OperatingSystem.IsLinux())
            {
                string file = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat");
                return TryReadStatus(File.ReadAllText(file), out start, out hasEnded);
            }

            using Process process = Process.GetProcessById(id);
            start = process.StartTime.ToFileTimeUtc();
            return true;
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception)
            || exception is ArgumentException or InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>
    /// Parses proc_pid_stat(5). The first field after the name in parentheses is the state, the twentieth the start in ticks since the
    /// system started. <see cref="Process.StartTime"/> would change with the clock.
    /// </summary>
    private static bool TryReadStatus(string status, out long start, out bool hasEnded)
    {
        string[] fields = status[(status.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        hasEnded = fields.Length > 0 && fields[0] is "Z" or "X";
        start = 0;
        return fields.Length > 19 && long.TryParse(fields[19], NumberStyles.None, CultureInfo.InvariantCulture, out start);
    }

    private static string MachineMark()
    {
        StringBuilder text = new(Environment.MachineName);
        if (OperatingSystem.IsLinux())
        {
            text.Append('\n').Append(TryRead(static () => File.ReadAllText("/etc/machine-id")));
            text.Append('\n').Append(TryRead(static () => new FileInfo("/proc/self/ns/pid").LinkTarget));
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), 0, MachineBytes).ToLowerInvariant();
    }

    private static string TryRead(Func<string?> read)
    {
        try
        {
            return read() ?? "";
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception))
        {
            return "";
        }
    }
}
