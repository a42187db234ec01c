using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Amazon.Runtime;
using CodeRipple.Workflow.Client.Output;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Commands;

/// <summary>From arguments to an exit code; the one place where exceptions become words.</summary>
internal static class CommandLine
{
    public const string JsonOption = "--json";

    /// <param name="createRoot">Makes the root of all commands.</param>
    public static async Task<ExitCode> RunAsync(string[] args, Func<Screen, Signals, Command> createRoot)
    {
        using var signals = new Signals();
        var screen = Screen.ForConsole(WantsJson(args));
        return await RunAsync(args, createRoot(screen, signals), screen, signals);
    }

    public static async Task<ExitCode> RunAsync(string[] args, Command root, Screen screen, Signals signals)
    {
        root.Options.Add(
            new Option<bool>(JsonOption)
            {
                Description = "Print the result as JSON on standard output; progress goes to standard error.",
                Recursive = true,
            }
        );
        ExamplesHelp.AddTo(root);
        try
        {
            var input = root.Parse(args.Length == 0 ? ["--help"] : args);
            if (input.CommandResult.Command is ExternalCommand external)
                return await external.RunAsync(args, signals);
            if (input.Action is ParseErrorAction)
            {
                screen.UsageError(input.Errors.Select(e => e.Message), PathOf(input.CommandResult.Command));
                return ExitCode.Refused;
            }

            // Signals are not handled by the library: a command decides what the first one means, the second one always ends it.
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            var code = (ExitCode)await input.InvokeAsync(invocation, signals.Token);
            return args.Length == 0 ? ExitCode.Refused : code;
        }
        catch (Exception e)
        {
            return Tell(e, screen, signals);
        }
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
            case UserErrorException or InvalidReleaseRequestException:
                screen.Error(exception.Message);
                return ExitCode.Refused;
            case AmazonServiceException { ErrorCode: { } code } refused:
                screen.AwsError(code, refused.Message);
                return ExitCode.Refused;
            case AmazonClientException or HttpRequestException:
                screen.AwsUnreachable(exception.Message, Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL"));
                return ExitCode.Refused;
            default:
                screen.Bug(
                    exception.ToString(),
                    string.Create(CultureInfo.InvariantCulture, $"{typeof(CommandLine).Assembly.GetName().Version}")
                );
                return ExitCode.Bug;
        }
    }
}
