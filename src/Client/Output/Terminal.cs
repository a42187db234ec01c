using Spectre.Console;

namespace CodeRipple.Workflow.Client.Output;

/// <summary>Where results and progress are written: a whole line each, above the status line.</summary>
internal sealed class Terminal(IAnsiConsole output, IAnsiConsole progress, TimeProvider time)
{
    private readonly StatusLine _status = new(progress, time);

    public TimeProvider Time => time;

    /// <summary>Shows something on the status line until it is disposed.</summary>
    public StatusLine.Activity Begin(string what) => _status.Begin(what);

    public void WriteProgress(string markup) => _status.Write(() => progress.MarkupLine(markup));

    public void WriteLine(string markup) => _status.Write(() => output.MarkupLine(markup));

    /// <summary>Writes a line without wrapping it, as the console would.</summary>
    public void WriteRaw(string text) => _status.Write(() => output.Profile.Out.Writer.WriteLine(text));
}
