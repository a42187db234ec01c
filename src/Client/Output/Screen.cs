using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace CodeRipple.Workflow.Client.Output;

/// <summary>
/// Every word that the program says. Results go to standard output, progress and errors to standard error, so that a result
/// can be piped. Without a terminal, or with NO_COLOR, there is no colour and nothing moves.
/// </summary>
internal sealed partial class Screen(IAnsiConsole output, IAnsiConsole progress, bool json, TimeProvider time)
{
    public static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const int NoWrapping = 10_000;

    public Terminal Terminal { get; } = new(output, progress, time);

    /// <summary>The results of commands.</summary>
    public IOutput Output => field ??= json ? new JsonOutput(Terminal) : new TextOutput(Terminal);

    public static Screen ForConsole(bool json) =>
        new(
            CreateConsole(Console.Out, TerminalCapabilities.Of(Console.IsOutputRedirected)),
            CreateConsole(Console.Error, TerminalCapabilities.Of(Console.IsErrorRedirected)),
            json,
            TimeProvider.System
        );

    /// <summary>A JSON document as the whole result.</summary>
    public void Document(JsonNode document) => Terminal.WriteRaw(document.ToJsonString(Readable));

    /// <summary>Shows what is being done, and how long it took.</summary>
    public Task StageAsync(Stage stage, Func<IProgress<string>, Task> work) =>
        StageAsync(
            stage,
            async progress =>
            {
                await work(progress);
                return true;
            }
        );

    /// <summary>Shows what is being done, and how long it took.</summary>
    public async Task<T> StageAsync<T>(Stage stage, Func<IProgress<string>, Task<T>> work)
    {
        var started = Terminal.Time.GetTimestamp();
        using var activity = Terminal.Begin(stage.Doing);
        try
        {
            var result = await work(activity);
            activity.Dispose();
            Ended(true, stage.Done, Terminal.Time.GetElapsedTime(started));
            return result;
        }
        catch (Exception e)
        {
            activity.Dispose();
            if (e is not OperationCanceledException)
                Ended(false, stage.Doing, Terminal.Time.GetElapsedTime(started));
            throw;
        }
    }

    /// <summary>Does something and says afterwards what it had to remark: lines would tear what is shown meanwhile.</summary>
    public async Task<T> NotingAsync<T>(Func<Action<string>, Task<T>> work)
    {
        List<string> notes = [];
        try
        {
            return await work(notes.Add);
        }
        finally
        {
            foreach (var note in notes)
                Terminal.WriteProgress($"[yellow]![/] {note.EscapeMarkup()}");
        }
    }

    internal static string Duration(TimeSpan duration) =>
        duration switch
        {
            { TotalSeconds: < 100 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds} s"),
        };

    internal static IAnsiConsole CreateConsole(TextWriter writer, TerminalCapabilities capabilities)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = capabilities.IsInteractive ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = capabilities.SupportsColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = capabilities.IsInteractive ? InteractionSupport.Yes : InteractionSupport.No,
                // They would switch colours on in the logs of build servers.
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        if (!capabilities.IsInteractive)
            console.Profile.Width = NoWrapping;
        return console;
    }

    private void Ended(bool well, string what, TimeSpan? duration, string note = "")
    {
        var mark = well ? "[green]✓[/]" : "[red]✗[/]";
        var took = duration is { } time ? Duration(time) : "";
        var remark = note.Length > 0 ? $"  [red]{note.EscapeMarkup()}[/]" : "";
        Terminal.WriteProgress($"{mark} {what.EscapeMarkup(), -54} [dim]{took, 10}[/]{remark}");
    }
}
