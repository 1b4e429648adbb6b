using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Text;

namespace DeepQDataset.Host;

/// <summary>
/// Represents the process's output and error, in UTF-8 on every system. Escape sequences reach only a terminal that shows colours.
/// </summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>The width that output has where no terminal limits it: enough that nothing is cut or broken.</summary>
    private const int UnlimitedWidth = 4096;

    private const int DefaultWidth = 120;

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Lock _gate = new();
    private string _progress = "";

    /// <summary>Opens output and error.</summary>
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

    /// <summary>Gets a value that indicates whether someone can be asked.</summary>
    public static bool CanAsk => !Console.IsInputRedirected;

    /// <summary>Gets the number of columns that output has.</summary>
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

    /// <summary>Writes to the output.</summary>
    public void Write(string text) => Write(_output, OutputHasColours, text);

    /// <summary>Writes to the error.</summary>
    public void WriteError(string text) => Write(_error, ErrorHasColours, text);

    /// <summary>Shows a line of progress in the place of the one before; empty takes it away.</summary>
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
