using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// The function's log: one line per message on standard output, as text or JSON (AWS_LAMBDA_LOG_FORMAT), from the level in
/// AWS_LAMBDA_LOG_LEVEL up. Lines that a function writes with Console.WriteLine stay as they are.
/// </summary>
internal sealed class LambdaLog(Stream output, bool json, LogLevel lowest, TimeProvider clock) : ILambdaLogger
{
    private readonly Lock _oneLineAtATime = new();

    /// <summary>Of the invocation in progress; there is only ever one.</summary>
    public string? RequestId { get; set; }

    public string? TraceId { get; set; }

    public static LambdaLog ToStandardOutput() =>
        new(
            Console.OpenStandardOutput(),
            string.Equals(Setting("FORMAT"), "JSON", StringComparison.OrdinalIgnoreCase),
            ParseLevel(Setting("LEVEL")) ?? LogLevel.Information,
            TimeProvider.System
        );

    public void Log(string message) => Write(null, null, message, []);

    public void LogLine(string message) => Write(null, null, message, []);

    public void Log(string level, string message) => Write(level, null, message, []);

    public void Log(string level, string message, params object[] args) => Write(level, null, message, args);

    public void Log(string level, Exception exception, string message, params object[] args) => Write(level, exception, message, args);

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable($"AWS_LAMBDA_HANDLER_LOG_{name}") is { Length: > 0 } own
            ? own
            : Environment.GetEnvironmentVariable($"AWS_LAMBDA_LOG_{name}");

    private static LogLevel? ParseLevel(string? text) =>
        text?.ToUpperInvariant() switch
        {
            "TRACE" => LogLevel.Trace,
            "DEBUG" => LogLevel.Debug,
            "INFO" or "INFORMATION" => LogLevel.Information,
            "WARN" or "WARNING" => LogLevel.Warning,
            "ERROR" => LogLevel.Error,
            "FATAL" or "CRITICAL" => LogLevel.Critical,
            _ => null,
        };

    private void Write(string? levelName, Exception? exception, string message, object[] arguments)
    {
        var level = ParseLevel(levelName) ?? LogLevel.Information;
        if (level < lowest)
            return;

        var line = new LogLine(
            clock.GetUtcNow(),
            level,
            RequestId,
            TraceId,
            new MessageTemplate(message ?? "", arguments ?? []),
            exception
        );
        var bytes = Encoding.UTF8.GetBytes((json ? line.ToJson() : line.ToText()) + "\n");
        lock (_oneLineAtATime)
        {
            output.Write(bytes);
            output.Flush();
        }
    }
}
