using Spectre.Console;

namespace CodeRipple.Workflow.Client.Output;

internal sealed partial class Screen
{
    internal const string WhereToReport = "https://github.com/coderipple/CodeRipple.Workflow/issues";

    /// <summary>Something that the user can fix.</summary>
    public void Error(string message) => Terminal.WriteProgress($"[red]{message.EscapeMarkup()}[/]");

    public void UsageError(IEnumerable<string> errors, string command)
    {
        foreach (var error in errors)
            Error(error);
        Terminal.WriteProgress($"See: {command.EscapeMarkup()} --help");
    }

    public void AwsError(string code, string message) =>
        Error(
            $"AWS refused: {message} ({code}).{(IsAboutAccess(code) ? " Check the credentials and permissions that you run with." : "")}"
        );

    public void AwsUnreachable(string message, string? endpoint) =>
        Error(
            endpoint is null
                ? $"AWS cannot be used: {message} Set credentials and AWS_REGION, or rehearse on this machine: coderipple rehearse"
                : $"AWS cannot be used at {endpoint} (AWS_ENDPOINT_URL): {message}"
        );

    public void Bug(string exception, string version) =>
        Error(
            $"This is a bug in coderipple. Please report it with what follows: {WhereToReport}\n\ncoderipple {version}, {Environment.OSVersion}\n{exception}"
        );

    public void Interrupted() => Terminal.WriteProgress("Interrupted.");

    private static bool IsAboutAccess(string code) =>
        code.StartsWith("AccessDenied", StringComparison.Ordinal)
        || code.StartsWith("ExpiredToken", StringComparison.Ordinal)
        || code
            is "UnrecognizedClientException"
                or "InvalidClientTokenId"
                or "SignatureDoesNotMatch"
                or "AuthFailure"
                or "InvalidAccessKeyId";
}
