using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DeepQDataset.Files;

/// <summary>
/// Removes temporary files and folders before the process ends, normally or by a signal. A program that hosts the library may end while
/// threads of the library still write: PowerShell does at Ctrl+C, and .NET 10 and later have no handler of SIGTERM.
/// </summary>
internal static class ProcessEnd
{
    private static readonly TimeSpan OwnersTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private static readonly HashSet<Temporary> Live = [];
    private static readonly object CleanUpGate = new();
    private static readonly List<PosixSignalRegistration> Signals = [];
    private static volatile bool _isEnding;
    private static int _signals;

    static ProcessEnd()
    {
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => CleanUp();
        foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT })
        {
            try
            {
                Signals.Add(PosixSignalRegistration.Create(signal, OnSignal));
            }
            catch (PlatformNotSupportedException)
            {
                // Temporary files are still removed when the process exits, or by the next process.
            }
        }
    }

    /// <summary>Registers a file or folder that is removed when the process ends.</summary>
    /// <exception cref="OperationCanceledException">The process is about to end.</exception>
    public static void Add(Temporary temporary)
    {
        lock (Live)
        {
            ThrowIfEnding();
            Live.Add(temporary);
        }
    }

    /// <summary>Unregisters a file or folder.</summary>
    public static void Forget(Temporary temporary)
    {
        lock (Live)
        {
            Live.Remove(temporary);
        }
    }

    /// <summary>Throws if the process is about to end.</summary>
    /// <exception cref="OperationCanceledException">The process is about to end.</exception>
    public static void ThrowIfEnding()
    {
        if (_isEnding)
        {
            throw new OperationCanceledException();
        }
    }

    private static void OnSignal(PosixSignalContext context)
    {
        // A program that cancels the signal stops its own work. The second signal ends the process at once.
        if (!context.Cancel && Interlocked.Increment(ref _signals) == 1)
        {
            CleanUp();
        }
    }

    /// <summary>Waits until the owners have removed their files, which they do at the next write, then removes the others.</summary>
    private static void CleanUp()
    {
        lock (CleanUpGate)
        {
            lock (Live)
            {
                _isEnding = true;
            }

            long start = Stopwatch.GetTimestamp();
            for (Temporary[] live = Remaining(); live.Length > 0 && Stopwatch.GetElapsedTime(start) < MostTime; live = Remaining())
            {
                if (Stopwatch.GetElapsedTime(start) >= OwnersTime)
                {
                    foreach (Temporary temporary in live.Where(static temporary => temporary.TryRemove()))
                    {
                        Forget(temporary);
                    }
                }

                Thread.Sleep(Pause);
            }
        }
    }

    private static Temporary[] Remaining()
    {
        lock (Live)
        {
            return [.. Live];
        }
    }
}
