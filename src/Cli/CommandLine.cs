using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Amazon.Runtime;
using CodeRipple.Workflow.Cli.Commands;
using CodeRipple.Workflow.Cli.Output;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.LocalAws.Moto;
using CodeRipple.Workflow.LocalAws.Python;

namespace CodeRipple.Workflow.Cli;

/// <summary>From arguments to an exit code; the one place where exceptions become words.</summary>
internal static class CommandLine
{
    public const string JsonOption = "--json";

    public static async Task<ExitCode> RunAsync(string[] args)
    {
        using var signals = new Signals();
        return await RunAsync(args, Screen.ForConsole(WantsJson(args)), signals);
    }

    public static async Task<ExitCode> RunAsync(string[] args, Screen screen, Signals signals)
    {
        try
        {
            var input = CreateRoot(screen, signals).Parse(args.Length == 0 ? ["--help"] : args);
            if (input.Action is ParseErrorAction)
            {
                screen.UsageError(input.Errors.Select(e => e.Message), PathOf(input.CommandResult.Command));
                return ExitCode.Refused;
            }

            // Signals are handled by Signals: a command decides what the first one means, the second one always ends it.
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            var code = (ExitCode)await input.InvokeAsync(invocation, signals.Token);
            return args.Length == 0 ? ExitCode.Refused : code;
        }
        catch (Exception e)
        {
            return Tell(e, screen, signals);
        }
    }

    private static RootCommand CreateRoot(Screen screen, Signals signals)
    {
        var root = new RootCommand("Releases Lambda layers and functions as one transaction, and rehearses it on an AWS on this machine.")
        {
            new RehearseCommand(screen),
            new ReleaseCommand(screen),
            new WatchCommand(screen),
            new HistoryCommand(screen),
            new ReportCommand(screen),
            new RollbackCommand(screen),
            new RepairCommand(screen),
            new CheckCommand(screen),
            new LocalCommand(screen, signals),
            new SchemaCommand(screen),
        };
        root.Options.Add(new Option<bool>(JsonOption) { Description = "Answer on standard output in JSON; progress stays on standard error.", Recursive = true });
        ExamplesHelp.AddTo(root);
        return root;
    }

    // The screen is needed before the arguments are parsed: to say what is wrong with them.
    private static bool WantsJson(string[] args) => args.TakeWhile(a => a != "--").Contains(JsonOption);

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "coderipple";

    private static ExitCode Tell(Exception exception, Screen screen, Signals signals)
    {
        switch (exception)
        {
            case OperationCanceledException when signals.Token.IsCancellationRequested:
                screen.Interrupted();
                return ExitCode.Interrupted;
            case UserErrorException or InvalidReleaseRequestException or PythonUnavailableException or MotoStartException:
                screen.Error(exception.Message);
                return ExitCode.Refused;
            case AmazonServiceException { ErrorCode: { } code } refused:
                screen.AwsError(code, refused.Message);
                return ExitCode.Refused;
            case AmazonClientException or HttpRequestException:
                screen.AwsUnreachable(exception.Message, Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL"));
                return ExitCode.Refused;
            default:
                screen.Bug(exception.ToString(), string.Create(CultureInfo.InvariantCulture, $"{typeof(CommandLine).Assembly.GetName().Version}"));
                return ExitCode.Bug;
        }
    }
}
