using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Text;

namespace DeepQDataset.Host;

/// <summary>
/// Represents the standard output and error of the process, in UTF-8 on every system. Escape sequences are written only to a terminal that
/// shows colours.
/// </summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>The width of output that is not a terminal: enough to neither truncate nor break lines.</summary>
    private const int UnlimitedWidth = 4096;

    private const int DefaultWidth = 120;

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Lock _gate = new();
    private string _progress = "";

    /// <summary>Initializes a new instance of the <see cref="Terminal"/> class.</summary>
    public Terminal()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        UTF8Encoding encoding = new(encoderShouldEmitUTF8Identifier: false);
        _output = new StreamWriter(Console.OpenStandardOutput(), encoding) { AutoFlush = true };
        _error = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };
        bool colours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        OutputHasColours = colours && !Console.IsOutputRedirected;
        ErrorHasColours = colours && !Console.IsErrorRedirected;
        ShowsProgress = !Console.IsErrorRedirected;
    }

    /// <summary>Gets a value that indicates whether output may have escape sequences.</summary>
    public bool OutputHasColours { get; }

    /// <summary>Gets a value that indicates whether errors may have escape sequences.</summary>
    public bool ErrorHasColours { get; }

    /// <summary>Gets a value that indicates whether there is a terminal to show progress on.</summary>
    public bool ShowsProgress { get; }

    /// <summary>Gets a value that indicates whether the user can be prompted.</summary>
    public static bool CanAsk => !Console.IsInputRedirected;

    /// <summary>Gets the number of columns of the output.</summary>
    public static int Width => Console.IsOutputRedirected ? UnlimitedWidth : WindowWidth;

    private static int WindowWidth
    {
        get
        {
            try
            {
                return Console.WindowWidth > 0 ? Console.WindowWidth : DefaultWidth;
            }
            catch (IOException)
            {
                return DefaultWidth;
            }
        }
    }

    /// <summary>Writes to standard output.</summary>
    public void Write(string text) => Write(_output, OutputHasColours, text);

    /// <summary>Writes to standard error.</summary>
    public void WriteError(string text) => Write(_error, ErrorHasColours, text);

    /// <summary>Replaces the current line of progress; an empty line removes it.</summary>
    public void ShowProgress(string line)
    {
        if (!ShowsProgress)
        {
            return;
        }

        lock (_gate)
        {
            int width = Math.Max(1, WindowWidth - 1);
            string visible = line.Length > width ? line[..width] : line;
            _error.Write(
                "\r" + visible + new string(' ', Math.Max(0, _progress.Length - visible.Length)) + (visible.Length == 0 ? "\r" : ""));
            _progress = visible;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ShowProgress("");
        _output.Dispose();
        _error.Dispose();
    }

    private void Write(TextWriter writer, bool colours, string text)
    {
        lock (_gate)
        {
            string progress = _progress;
            if (progress.Length > 0)
            {
                _error.Write("\r" + new string(' ', progress.Length) + "\r");
                _progress = "";
            }

            writer.Write(
                colours || !text.Contains('\u001b', StringComparison.Ordinal)
                    ? text
                    : new StringDecorated(text).ToString(OutputRendering.PlainText));
        }
    }
}
