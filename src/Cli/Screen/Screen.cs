using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace CodeRipple.Workflow.Cli;

/// <summary>
/// Every word that the program says. Answers go to standard output, progress and errors to standard error, so that an answer
/// can be piped. Without a terminal, or with NO_COLOR, there is no colour and nothing moves.
/// </summary>
internal sealed partial class Screen(IAnsiConsole output, IAnsiConsole progress, bool json, TimeProvider time)
{
    private const int NoWrapping = 10_000;
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly StatusLine _status = new(progress, time);

    public static Screen ForConsole(bool json) => new(
        CreateConsole(Console.Out, TerminalCapabilities.Of(Console.IsOutputRedirected)), CreateConsole(Console.Error, TerminalCapabilities.Of(Console.IsErrorRedirected)), json, TimeProvider.System);

    /// <summary>A JSON document as the whole answer.</summary>
    public void Document(JsonNode document) => Raw(document.ToJsonString(Readable));

    /// <summary>Shows what is being done, and how long it took.</summary>
    public Task StageAsync(Stage stage, Func<IProgress<string>, Task> work) => StageAsync(stage, async progress =>
    {
        await work(progress);
        return true;
    });

    /// <summary>Shows what is being done, and how long it took.</summary>
    public async Task<T> StageAsync<T>(Stage stage, Func<IProgress<string>, Task<T>> work)
    {
        var (doing, done) = Words(stage);
        var started = time.GetTimestamp();
        using var activity = _status.Begin(doing);
        try
        {
            var result = await work(activity);
            activity.Dispose();
            Ended(true, done, time.GetElapsedTime(started));
            return result;
        }
        catch (Exception e)
        {
            activity.Dispose();
            if (e is not OperationCanceledException)
                Ended(false, doing, time.GetElapsedTime(started));
            throw;
        }
    }

    internal static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 100 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds} s"),
    };

    private static (string Doing, string Done) Words(Stage stage) => stage.Kind switch
    {
        StageKind.StartLocalAws => ("Starting the local AWS", "Local AWS started"),
        StageKind.BuildCode => ($"Building {stage.Subject}", $"Built {stage.Subject}"),
        StageKind.BuildArtifacts => ("Building the workload", "Workload built"),
        StageKind.UploadArtifacts => ("Uploading artifacts", "Artifacts uploaded"),
        StageKind.InstallStack => ($"Installing stack {stage.Subject}", $"Stack {stage.Subject} installed"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    internal static IAnsiConsole CreateConsole(TextWriter writer, TerminalCapabilities capabilities)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = capabilities.IsInteractive ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = capabilities.SupportsColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = capabilities.IsInteractive ? InteractionSupport.Yes : InteractionSupport.No,
            // They would switch colours on in the logs of build servers.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!capabilities.IsInteractive)
            console.Profile.Width = NoWrapping;
        return console;
    }

    private void Ended(bool well, string what, TimeSpan? duration, string note = "") => Progress(
        $"{(well ? "[green]✓[/]" : "[red]✗[/]")} {what.EscapeMarkup(),-54} [dim]{(duration is { } time ? Duration(time) : ""),10}[/]{(note.Length > 0 ? $"  [red]{note.EscapeMarkup()}[/]" : "")}");

    private void Progress(string markup) => _status.Write(() => progress.MarkupLine(markup));

    private void Say(string markup) => _status.Write(() => output.MarkupLine(markup));

    private void Answer(JsonNode answer) => Raw(answer.ToJsonString(OneLine));

    // Not through the console, which would wrap it.
    private void Raw(string text) => _status.Write(() => output.Profile.Out.Writer.WriteLine(text));
}
